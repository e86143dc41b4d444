import type { Position } from '../../questions/question.ts';
import type { Theme } from './themes.ts';
import type { PersonKind, Wordings } from './wording.ts';
import { skillProblemInEnglish } from './wording-skills.ts';

const JOB: Readonly<Record<Position, string>> = {
  ai: 'an AI engineer',
  be: 'a backend developer',
  fe: 'a frontend developer',
  mobile: 'a mobile developer',
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

/** Questions in English about what somebody knows, learned and says about themselves, asked right below the passage that says so. */
export const ENGLISH_PERSON_WORDINGS: Wordings<PersonKind> = {
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
