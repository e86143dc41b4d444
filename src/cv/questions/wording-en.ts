import type { Position } from '../../questions/question.ts';
import type { Theme } from './themes.ts';
import type { Wordings } from './wording.ts';
import { skillProblemInEnglish } from './wording-skills.ts';

const JOB: Readonly<Record<Position, string>> = {
  ai: 'an AI engineer',
  be: 'a backend developer',
  fe: 'a frontend developer',
  mobile: 'a mobile developer',
};

/** What runs by itself and answers nobody. */
const BATCH = /\b(?:batch|pipeline|scheduler|queue|reports?|job|jobs|crawler)\b/iu;

const POSITION_ANGLES: Readonly<Record<Position, readonly ((thing: string) => string)[]>> = {
  ai: [
    (thing) =>
      `Which simple baseline did you compare ${thing} with, and on which inputs did the baseline do just as well?`,
    (thing) =>
      `How would you notice that the quality of ${thing} is slipping, and what would you look at first?`,
  ],
  be: [
    (thing) =>
      `Which dependency of ${thing} would hurt most if it failed, and what would users notice of that?`,
    (thing) =>
      BATCH.test(thing)
        ? `What happens when ${thing} stops halfway and is started again, and how did you test that?`
        : `What happens in ${thing} when two requests for the same thing arrive at once, and how did you test that?`,
  ],
  fe: [
    (thing) => `How would ${thing} hold up on a slow connection or an old device, and how did you check?`,
    (thing) =>
      `How would somebody who uses only a keyboard or a screen reader get on with ${thing}, and how do you know?`,
  ],
  mobile: [
    (thing) =>
      `What happens in ${thing} when the connection drops or the app goes into the background halfway, and how did you test that?`,
    (thing) =>
      `On which devices or system versions did ${thing} give you trouble, and how did you find the cause?`,
  ],
};

const THEMES: Readonly<Record<Theme, string>> = {
  perfectionism:
    'When did you last stop polishing something before it was perfect, and how did you decide that it was good enough?',
  perseverance:
    'Which problem took you longest to get to the bottom of, and what kept you from simply working around it?',
  carefulness:
    'Which mistake of yours slipped through in spite of all care, and what have you done differently since?',
  teamwork:
    'When did you and somebody on your team want to build something differently, and how did you settle it?',
  communication:
    'When did talking to somebody early save you from building the wrong thing, and what would you have built otherwise?',
  toolCost:
    'Which tool did you decide not to use although others wanted it, and did you turn out to be right?',
  users:
    'When did watching or listening to users make you change something you had already built, and what did you change?',
  simplicity:
    'When did you choose the plain solution over the interesting one, and at which point did you doubt that choice?',
  reliability:
    'What have you built that had to keep running, and what did you do so that it would survive a failure?',
  review:
    'Which remark in a code review has changed how you write code, and what did your code look like before?',
  responsibility:
    'When did something break that was yours to look after, and what did you do in the first hour?',
  learning:
    'What have you taught yourself most recently, and in which program of your own could I see it at work?',
  algorithms:
    'Which algorithm that you practised have you later needed in a real program, and what did it solve there?',
  making:
    'Which thing that you built for its own sake taught you most, and what would you build differently today?',
};

/** Whether it can be right or wrong, and has a name short enough to say so. */
function predicts(thing: string): boolean {
  return (
    /\b(?:model|classifier|detector|recommender|forecaster|chatbot)\b|BERT/u.test(thing) &&
    !/ for /u.test(thing)
  );
}

/** What was moved, unless that is the old side itself. */
function moved(thing: string, from: string): string {
  const name = thing.replace(/^the /u, '');
  return thing === '' || from.includes(name) || name.includes(from) ? '' : ` ${thing}`;
}

/** Questions about a CV in English, asked right below the passage. Every one asks for something that only the person who did it can say. */
export const ENGLISH_WORDINGS: Wordings = {
  migration: [
    ({ term, other, thing }) =>
      term && other
        ? `What made you move${moved(thing, term)} from ${term} to ${other}, and how would you have got back if it had gone wrong halfway?`
        : null,
    ({ term, other, thing }) =>
      term && other
        ? `Which step was the riskiest when you moved${moved(thing, term)} from ${term} to ${other}, and what did you do to make it safer?`
        : null,
    ({ term, other, thing }) =>
      !term && other && thing
        ? `Why was it worth moving ${thing} to ${other}, and which step of that carried the greatest risk?`
        : null,
    ({ other, thing }) =>
      !other && thing
        ? `What triggered the migration of ${thing}, and how did you know at the end that nothing had been lost?`
        : null,
  ],
  completeness: [
    ({ term, other, figure }) =>
      term && other && figure
        ? `How did you check that all ${figure} arrived intact when you moved from ${term} to ${other}, and at what point would you have called it off?`
        : null,
  ],
  incident: [
    ({ term }) =>
      `How did you get from the first sign of ${term} to its actual cause, and which explanation turned out to be wrong?`,
    ({ term }) =>
      `What made you sure that you had found the real cause of ${term}, and what keeps it from happening again?`,
  ],
  effect: [
    ({ figure }) => `How did you measure ${figure}, and what else apart from your work could explain it?`,
    ({ figure }) =>
      `Which single step contributed most to ${figure}, and how could you tell its effect from that of the others?`,
  ],
  quality: [
    ({ figure, thing }) =>
      predicts(thing)
        ? `On which data did ${thing} reach its ${figure}, and on which kind of input was it wrong most often?`
        : `On which data did you measure the ${figure}, and on which kind of input was the model wrong most often?`,
    ({ figure, thing }) =>
      `How did you make sure that the ${figure}${predicts(thing) ? ` for ${thing}` : ''} would hold on new data, and what did you compare it with?`,
  ],
  scale: [
    ({ figure, thing }) =>
      `At ${figure}, which part of ${thing || 'the system'} came closest to its limit, and how did you find out?`,
    ({ figure, thing }) =>
      `What would break first in ${thing || 'your system'} if ${figure} became ten times as many, and what would you do about it now?`,
  ],
  users: [
    ({ figure, thing }) =>
      thing
        ? `What have ${figure} shown you about ${thing} that no test had, and what did you change because of it?`
        : null,
  ],
  downloads: [
    ({ figure, thing }) =>
      thing
        ? `What do you know about the people behind the ${figure} of ${thing}, and which of their wishes have you turned down?`
        : null,
  ],
  dataset: [
    ({ figure, thing }) =>
      `How did you find out whether the ${figure} were good enough for ${thing || 'the task'}, and what was missing from them?`,
  ],
  choice: [
    ({ term, other }) =>
      term && other
        ? `What tipped the balance between ${term} and ${other}, and under which conditions would you decide the other way today?`
        : null,
    ({ term, other }) =>
      term && other
        ? `When you weighed ${term} against ${other}, which argument counted most, and did it turn out to be true?`
        : null,
    ({ other, thing, work }) =>
      !other && thing
        ? `Which alternatives did you consider in ${work}, and under which conditions would one of them have been better?`
        : null,
  ],
  decision: [
    ({ term, thing }) =>
      thing
        ? `Why did you choose ${term} for ${thing}, and which alternative came closest to being chosen?`
        : null,
    ({ term, thing }) =>
      thing
        ? `What did ${term} make easier in ${thing}, and what did it make harder than you had expected?`
        : null,
    ({ term, thing }) =>
      thing
        ? null
        : `What did you hope to gain from ${term} when you chose it, and what did it cost you in the end?`,
  ],
  ownPart: [
    ({ work }) =>
      work ? `Which part of ${work} was your own doing, and where did you depend on what others did?` : null,
  ],
  ownDecision: [
    ({ work }) =>
      work
        ? `Which decision in ${work} did you take yourself, and what could have talked you out of it?`
        : null,
  ],
  wentWrong: [
    ({ work }) =>
      work
        ? `What went wrong in ${work} that you had not expected, and what did you change because of it?`
        : null,
    ({ work }) =>
      work
        ? `Which assumption at the start of ${work} turned out to be wrong, and how did you notice?`
        : null,
  ],
  positionAngle: [
    ({ thing, position }) => (thing ? (POSITION_ANGLES[position][0]?.(thing) ?? null) : null),
    ({ thing, position }) => (thing ? (POSITION_ANGLES[position][1]?.(thing) ?? null) : null),
  ],
  duration: [
    ({ figure, thing }) =>
      thing
        ? `What took up most of the ${figure} that you worked on ${thing}, and what did you leave out to finish in time?`
        : null,
  ],
  verification: [
    ({ thing }) =>
      thing
        ? `How did you convince yourself that ${thing} worked before others relied on ${/[^s]s$/u.test(thing) ? 'them' : 'it'}, and what did your tests miss?`
        : null,
  ],
  today: [
    ({ work }) =>
      work
        ? `If you began ${work} again today, what would you do differently, and what would you keep exactly as it is?`
        : null,
  ],
  handover: [
    ({ thing }) =>
      thing
        ? `If a colleague took over ${thing} tomorrow, what would they get wrong first, and how could you prevent that?`
        : null,
  ],
  mentoring: [
    () =>
      'Which advice did you give most often to the people you mentored, and how could you tell that it had helped?',
  ],
  compareSkills: [
    ({ term, other }) =>
      `For which kind of task do you reach for ${term}, and what would make you take ${other} instead?`,
    ({ term, other }) =>
      `What have you found harder to do in ${term} than in ${other}, and how did you get around it?`,
  ],
  skillProblem: [({ term }) => skillProblemInEnglish(term)],
  skillLast: [
    ({ term }) =>
      `Where did you last use ${term} in earnest, and for which task would you not choose it again?`,
  ],
  skillLimit: [
    ({ term }) =>
      `What is the hardest thing you have done with ${term}, and at which point did your own knowledge of it run out?`,
  ],
  award: [
    ({ term }) =>
      `What was your own contribution to the work behind ${term}, and what about it would you improve today?`,
  ],
  rolePart: [
    ({ term }) =>
      term
        ? `What did the software you worked on as ${term} do for its users, and which part of it would be missing without you?`
        : null,
  ],
  roleDecision: [
    ({ term }) =>
      term
        ? `Which technical decision from your time as ${term} would you take again, and which one would you not?`
        : null,
  ],
  educationProgram: [
    ({ term }) =>
      `Which program that you wrote ${term ? `while studying ${term}` : 'during your studies'} are you proudest of, and what was the hardest part of it?`,
  ],
  educationTopic: [
    ({ term }) =>
      `Which topic ${term ? `from your ${term} studies` : 'from your studies'} have you used in something you built, and what was different in practice?`,
  ],
  educationMistake: [
    ({ term }) =>
      `Which assignment ${term ? `in your ${term} studies` : 'in your studies'} refused to work at first, and how did you find out why?`,
  ],
  course: [
    ({ term }) =>
      `Which idea from your course on ${term} have you used in a program of your own, and what did practice add to it?`,
  ],
  certificate: [
    ({ term }) =>
      `What from your preparation for the ${term} certificate have you used in real work, and what was different there?`,
  ],
  experience: [
    ({ other }) =>
      other
        ? `Which mistake do newcomers to ${other} usually make, and how did you learn to avoid it?`
        : null,
    ({ figure }) =>
      `Which technical opinion have you changed in your ${figure} of work, and what changed it?`,
  ],
  theme: [({ term }) => (term in THEMES ? THEMES[term as Theme] : null)],
  evidence: [
    () =>
      'Which piece of your own work shows best how you like to work, and what would a critic say about it?',
  ],
  consequence: [
    ({ position }) =>
      `Which technical decision of yours says most about you as ${JOB[position]}, and how did it turn out?`,
  ],
  hardMoment: [
    () => 'When did a deadline force you to work against your own principles, and what became of the result?',
  ],
  confirmation: [
    () =>
      'What would somebody who has worked with your code praise about it, and what would they complain about?',
  ],
  doneBefore: [
    ({ position }) =>
      `Which part of the daily work of ${JOB[position]} have you already done, even in a small project, and what would be new to you?`,
  ],
  firstMonth: [
    ({ position }) =>
      `What would you want to have understood after your first month as ${JOB[position]}, and how would you go about it?`,
  ],
  gapProgram: [
    ({ position }) =>
      `Which program of your own has prepared you best for working as ${JOB[position]}, and what was its hardest part?`,
  ],
  gapMistake: [
    () => 'Which bug in your own code took you longest to find, and what gave it away in the end?',
  ],
  gapChange: [
    () =>
      'Which of your own programs would you most like to rewrite, and what would you change about its structure first?',
  ],
  gapReader: [
    () => 'Whose code have you learned most from reading, and what have you taken from it into your own?',
  ],
  gapNext: [
    ({ position }) =>
      `What do you still have to learn to work as ${JOB[position]}, and which small program would prove that you had learned it?`,
  ],
};
