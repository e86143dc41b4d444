import type { Position } from '../../questions/question.ts';
import type { Wordings, WorkKind } from './wording.ts';

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

/** Questions in English about what somebody made, asked right below the passage that says so. */
export const ENGLISH_WORK_WORDINGS: Wordings<WorkKind> = {
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
};
