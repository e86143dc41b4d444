import type { Position } from '../../questions/question.ts';
import type { Wordings } from './wording.ts';

const JOB: Readonly<Record<Position, string>> = {
  ai: 'an AI engineer',
  be: 'a backend developer',
  fe: 'a frontend developer',
  mobile: 'a mobile developer',
};

const POSITION_ANGLE: Readonly<Record<Position, string>> = {
  ai: 'what was the simplest baseline that you compared with, and on which kind of input did your solution still fail?',
  be: 'which dependency (a database, a queue, another service) would have hurt most if it had failed, and what would users have noticed?',
  fe: 'how did it behave on a slow connection or an older device, and how do you know?',
  mobile:
    'what happened when the app lost its connection or went into the background halfway, and how did you test that?',
};

/** Questions about a CV in English. Every one asks for something that only the person who did it can say. */
export const ENGLISH_WORDINGS: Wordings = {
  migration: [
    ({ excerpt, term, other }) =>
      term === ''
        ? `Your CV says “${excerpt}”. What triggered this change, in which steps did you make it, and what would you have done if the first step had failed?`
        : `Your CV says “${excerpt}”. What was wrong with ${term}, in which steps did you get to ${other}, and what became worse?`,
  ],
  incident: [
    ({ excerpt }) =>
      `You write “${excerpt}”. How did you find the actual cause, which explanation did you rule out first, and what keeps it from coming back?`,
  ],
  effect: [
    ({ excerpt, figure }) =>
      `“${excerpt}”: how did you arrive at “${figure}”? Say how and over which period it was measured, and what else could explain it.`,
    ({ excerpt, figure }) =>
      `Your CV claims “${figure}” (“${excerpt}”). Where does that figure come from, and which single thing that you did contributed most to it?`,
  ],
  scale: [
    ({ excerpt, figure }) =>
      `“${excerpt}”: at “${figure}”, which part came closest to its limit, how did you notice, and what would break first at ten times as much?`,
  ],
  decision: [
    ({ excerpt, term }) =>
      `“${excerpt}”: how was it decided to use ${term}? Name the alternative that came closest and what spoke against it.`,
    ({ excerpt, term }) =>
      `About “${excerpt}”: what did ${term} make easy here, what did it make harder, and what would you have used without it?`,
  ],
  choice: [
    ({ excerpt }) =>
      `You write “${excerpt}”. Which options were on the table, what decided it, and when would you have decided the other way?`,
  ],
  ownPart: [
    ({ excerpt }) =>
      `“${excerpt}”: which part of this did you decide and do yourself, and where did you rely on somebody else's work?`,
  ],
  wentWrong: [
    ({ excerpt }) =>
      `“${excerpt}”: what went wrong along the way that you had not expected, how did you notice, and what did you change?`,
  ],
  positionAngle: [({ excerpt, position }) => `Think of “${excerpt}”: ${POSITION_ANGLE[position]}`],
  duration: [
    ({ excerpt, figure }) =>
      `“${excerpt}”: what took up most of those ${figure}, and what did you leave out in order to finish?`,
  ],
  verification: [
    ({ excerpt }) =>
      `“${excerpt}”: how did you convince yourself that it worked before others depended on it, and what did your checks miss?`,
  ],
  today: [
    ({ excerpt }) =>
      `If you started “${excerpt}” again today, what would you do differently, what would you keep, and why?`,
  ],
  handover: [
    ({ excerpt }) =>
      `Imagine that a new colleague takes over what you describe as “${excerpt}”. What would they get wrong first, because it is written down nowhere?`,
  ],
  compareSkills: [
    ({ term, other }) =>
      `Your CV names both ${term} and ${other}. Which of them did you use for what, and what would make you swap them?`,
  ],
  skillProblem: [
    ({ term }) =>
      `Your CV names ${term}. Describe one concrete problem that you solved with it yourself, and one thing about it that cost you time.`,
  ],
  skillLast: [
    ({ term }) =>
      `${term} is in your CV. Where did you last use it, which part of that work was yours, and for what would you not use it again?`,
  ],
  skillLimit: [
    ({ term }) =>
      `What is the hardest thing that you have done with ${term}, which your CV lists, and where did your knowledge of it end?`,
  ],
  award: [
    ({ excerpt }) =>
      `“${excerpt}”: which part of that work was yours, and what about it would you improve today?`,
  ],
  rolePart: [
    ({ excerpt }) =>
      `“${excerpt}”: what did the software that you worked on there do, and which part of it would not exist without you?`,
  ],
  roleDecision: [
    ({ excerpt }) =>
      `“${excerpt}”: which technical decision there was yours, what was the alternative, and how did it turn out?`,
  ],
  educationProgram: [
    ({ excerpt }) =>
      `Your CV says “${excerpt}”. Which program that you wrote while studying could you explain line by line, and what was the hardest part of it?`,
  ],
  educationTopic: [
    ({ excerpt }) =>
      `Of what you learnt in “${excerpt}”, what have you used in something that you built, and what turned out different in practice?`,
  ],
  educationMistake: [
    ({ excerpt }) =>
      `“${excerpt}”: which assignment or project from that time did not work at first, how did you find out why, and what did you change?`,
  ],
  certificate: [
    ({ excerpt }) =>
      `Your CV lists “${excerpt}”. Which part of what it tests have you applied in something that you built, and what was different in practice?`,
  ],
  evidence: [
    ({ excerpt }) =>
      `You write “${excerpt}”. Which piece of your own work shows this best? Describe what you did and what came of it.`,
  ],
  consequence: [
    ({ excerpt }) =>
      `You write “${excerpt}”. Name one technical decision that you took because of this. How did it turn out?`,
  ],
  hardMoment: [
    ({ excerpt }) =>
      `You write “${excerpt}”. When did a project make this difficult for you, and what did you do?`,
  ],
  confirmation: [
    ({ excerpt }) =>
      `You write “${excerpt}”. What would somebody who has worked with you say about that, and which example would they give?`,
  ],
  doneBefore: [
    ({ excerpt }) =>
      `You write “${excerpt}”. Which part of that work have you done before, even in a small project, and what would be new to you?`,
  ],
  firstMonth: [
    ({ excerpt, position }) =>
      `You write “${excerpt}”. What would a team see of this in your first month as ${JOB[position]}? Name something concrete.`,
  ],
  gapProgram: [
    ({ excerpt, position }) =>
      `Besides “${excerpt}”, your CV says little about software of your own. Which program have you written that prepares you to work as ${JOB[position]}, and what was its hardest part?`,
  ],
  gapMistake: [
    ({ excerpt }) =>
      `Neither “${excerpt}” nor the rest of your CV names a mistake. Which bug of your own took you longest to find, and what gave it away?`,
  ],
  gapChange: [
    ({ excerpt }) =>
      `Your CV says “${excerpt}”. Which of your own programs would you rewrite first, and what would you change in its structure?`,
  ],
  gapReader: [
    ({ excerpt }) =>
      `Your CV says “${excerpt}”. Whose code have you read or reviewed so far, and what did you take from it into your own?`,
  ],
  gapNext: [
    ({ excerpt, position }) =>
      `Starting from “${excerpt}”: what do you still have to learn to work as ${JOB[position]}, and with which small program would you prove that you have learnt it?`,
  ],
};
