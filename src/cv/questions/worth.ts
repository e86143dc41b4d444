import type { Position } from '../../questions/question.ts';
import type { Passage } from './classify.ts';
import type { QuestionKind } from './wording.ts';

/** Worth of a kind where it applies at all. What only the person who was there can answer is worth most. */
export const WORTH: Readonly<Record<QuestionKind, number>> = {
  migration: 10,
  completeness: 9.8,
  incident: 9.5,
  effect: 9,
  quality: 9,
  scale: 8,
  users: 7.5,
  downloads: 6,
  dataset: 8,
  choice: 8.5,
  decision: 7.5,
  ownPart: 5,
  ownDecision: 5,
  wentWrong: 6,
  positionAngle: 7.2,
  duration: 5.5,
  verification: 5,
  today: 4.8,
  handover: 4,
  mentoring: 4.5,
  compareSkills: 6,
  skillProblem: 4.6,
  skillLast: 3.6,
  skillLimit: 3.2,
  award: 4,
  rolePart: 3.2,
  roleDecision: 2.8,
  educationProgram: 2.6,
  educationTopic: 2.2,
  educationMistake: 1.8,
  course: 2.4,
  certificate: 1.8,
  experience: 2.6,
  theme: 3.6,
  evidence: 1.6,
  consequence: 1.2,
  hardMoment: 1.4,
  confirmation: 1,
  doneBefore: 1.6,
  firstMonth: 1.1,
  gapProgram: -4,
  gapMistake: -4.5,
  gapChange: -5,
  gapReader: -5.5,
  gapNext: -6,
};

/** Passages about things that belong to a position, for those that name no technology. */
const DOMAIN: Readonly<Record<Position, RegExp>> = {
  ai: /\b(?:models?|train\w*|predict\w*|classif\w*|data ?sets?|recommend\w*|inference|labell?\w*)\b|모델|학습|예측|분류|데이터셋|추천|추론/iu,
  be: /\b(?:servers?|APIs?|services?|databases?|quer(?:y|ies)|batch|payments?|orders?|queues?|backend)\b|서버|API|데이터베이스|쿼리|배치|결제|주문|백엔드|큐/iu,
  fe: /\b(?:pages?|UI|screens?|components?|web ?sites?|browsers?|forms?|rendering|bundles?|frontend)\b|페이지|화면|컴포넌트|웹|브라우저|렌더링|번들|프론트/iu,
  mobile: /\b(?:apps?|mobile|devices?|offline|screens?|battery)\b|앱|모바일|단말|오프라인|기기/iu,
};

/** How much there is to ask by a question of this kind about this passage, for somebody who applies for this position. */
export function worthOf(kind: QuestionKind, passage: Passage, position: Position): number {
  // Life outside work is quoted only when nothing else is left.
  const unasked = passage.type === 'personal' ? 8 : 0;
  return WORTH[kind] + richness(passage, position) - unasked;
}

/** Whether a passage is about the daily work of a position, by its technologies or else by its words. */
export function belongsTo({ text, facts }: Passage, position: Position): boolean {
  const owners = facts.mentions.flatMap(({ technology }) => technology.positions);
  return owners.length > 0 ? owners.includes(position) : DOMAIN[position].test(text);
}

/** Whether a passage is about a piece of software, whoever's daily work it is. */
export function isAboutSoftware({ text }: Passage): boolean {
  return Object.values(DOMAIN).some((pattern) => pattern.test(text));
}

/** More facts, more to ask; what belongs to the position counts more, what belongs to another less. */
function richness(passage: Passage, position: Position): number {
  const { facts } = passage;
  const stated = [facts.effect, facts.scale, facts.migration, facts.duration].filter(
    (fact) => fact !== null,
  ).length;
  const owners = facts.mentions.flatMap(({ technology }) => technology.positions);
  const fit = belongsTo(passage, position) ? 1.2 : owners.length > 0 ? -0.8 : 0;
  return (
    Math.min(stated * 0.5 + (facts.incident || facts.choice ? 0.4 : 0) + (facts.action ? 0.4 : 0), 1.8) + fit
  );
}
