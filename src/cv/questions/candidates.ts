import type { Position } from '../../questions/question.ts';
import type { Passage } from './classify.ts';
import { listCertificates, listCourses } from './entries.ts';
import type { Mention } from './find-technologies.ts';
import { sayScale } from './scales.ts';
import { listedSkills } from './skills.ts';
import { COMPARABLE_GROUPS } from './technologies.ts';
import { findTheme } from './themes.ts';
import type { QuestionKind } from './wording.ts';
import { belongsTo, isAboutSoftware, WORTH, worthOf } from './worth.ts';

/** A question that could be asked, before it has words. */
export type Candidate = {
  readonly kind: QuestionKind;
  readonly passage: Passage;
  /** A name that the question turns on, as the CV writes it; empty when the passage as a whole is asked about. */
  readonly term: string;
  readonly other: string;
  /** How much there is to ask, in no unit: only the order counts. */
  readonly worth: number;
};

type Ask = (kind: QuestionKind, names?: { readonly term?: string; readonly other?: string }) => Candidate;

/** Everything that can sensibly be asked about the passages of a CV, unordered. */
export function findCandidates(passages: readonly Passage[], position: Position): readonly Candidate[] {
  return [...passages.flatMap((passage) => candidatesOf(passage, position)), ...comparisons(passages)];
}

function candidatesOf(passage: Passage, position: Position): readonly Candidate[] {
  const ask: Ask = (kind, { term = '', other = '' } = {}) => {
    return { kind, passage, term, other, worth: worthOf(kind, passage, position) };
  };
  const all = (...kinds: readonly QuestionKind[]) => kinds.map((kind) => ask(kind));
  switch (passage.type) {
    case 'project':
      return [...aboutProject(passage, position, ask), ...all('gapMistake', 'gapChange')];
    case 'skills':
      return listedSkills(passage).flatMap((term) =>
        (['skillProblem', 'skillLast', 'skillLimit'] as const).map((kind) => ask(kind, { term })),
      );
    case 'statement':
      return [
        ...aboutStatement(passage, ask),
        ...all('evidence', 'consequence', 'hardMoment', 'confirmation', 'firstMonth', 'gapMistake'),
      ];
    case 'interest':
      return [
        ...aboutStatement(passage, ask),
        ...all(
          'evidence',
          'confirmation',
          'firstMonth',
          'gapProgram',
          'gapMistake',
          'gapChange',
          'gapReader',
        ),
      ];
    case 'motive':
      return [
        ...aboutStatement(passage, ask),
        ...all('doneBefore', 'firstMonth', 'consequence', 'gapNext', 'gapProgram', 'gapChange'),
      ];
    case 'role':
      return all('rolePart', 'roleDecision', 'gapMistake', 'gapChange');
    case 'education': {
      const courses = listCourses(passage.text);
      if (courses.length > 0) return courses.map((term) => ask('course', { term }));
      return all(
        'educationProgram',
        'educationTopic',
        'educationMistake',
        'gapNext',
        'gapReader',
        'gapProgram',
      );
    }
    case 'certificate':
      return [
        ...listCertificates(passage.text).map((term) => ask('certificate', { term })),
        ...all('gapProgram', 'gapReader'),
      ];
    case 'award':
      return all('award', 'gapChange');
    case 'personal':
      return all('gapProgram', 'gapMistake', 'gapChange', 'gapReader', 'gapNext');
  }
}

function aboutStatement({ text, subject }: Passage, ask: Ask): Candidate[] {
  // Of somebody else's company nobody can be asked.
  const theme = /귀사|지원하|지원했/u.test(text) ? null : findTheme(text);
  return [
    ...(theme === null ? [] : [ask('theme', { term: theme })]),
    ask('experience'),
    ...(subject.thing === null ? [] : [ask('ownDecision'), ask('wentWrong'), ask('today')]),
  ];
}

function aboutProject(passage: Passage, position: Position, ask: Ask): Candidate[] {
  const { facts, text } = passage;
  if (/mentor|멘토링/iu.test(text) && facts.mentions.length === 0)
    return (['mentoring', 'wentWrong', 'today'] as const).map((kind) => ask(kind));
  // What is no software (a budget, a guild) was neither tested nor handed over as code.
  const technical = facts.mentions.length > 0 || facts.lasting || isAboutSoftware(passage);
  const kinds: QuestionKind[] = ['ownDecision', 'wentWrong', 'today'];
  if (facts.team) kinds.push('ownPart');
  if (facts.choice) kinds.push('choice');
  if (technical) kinds.push('verification', 'handover');
  if (facts.migration !== null) kinds.push('migration');
  if (facts.incident) kinds.push('incident');
  if (facts.effect !== null) kinds.push('effect', 'quality');
  if (facts.duration !== null) kinds.push('duration');
  if (belongsTo(passage, position) && suitsAngle(passage, position)) kinds.push('positionAngle');
  const candidates = kinds
    .map((kind) => ask(kind))
    .map((one) => {
      const by = (one.kind === 'ownPart' ? 2.5 : 0) + (one.kind === 'handover' && facts.lasting ? 3 : 0);
      return { ...one, worth: one.worth + by };
    });
  if (facts.scale !== null) candidates.push(aboutScale(passage, facts.scale, ask));
  // Of a replacement the migration question asks already, and the technology named first is the one that was left.
  const decided =
    (facts.action || facts.choice) && facts.migration === null && facts.options === null
      ? facts.mentions.filter((mention) => isDecidable(mention, text))
      : [];
  candidates.push(...decided.slice(0, 3).map(({ written }) => ask('decision', { term: written })));
  return candidates;
}

/** What the questions that a position always asks make sense for. */
const SUITS_ANGLE: Readonly<Record<Position, RegExp>> = {
  ai: /model|classif|predict|forecast|detect|recommend|chatbot|BERT|LLM|모델|분류|예측|탐지|추천|챗봇|인식/iu,
  be: /service|server|API|app\b|application|batch|system|backend|pipeline|queue|ledger|platform|bot\b|reminder|gateway|scheduler|서비스|서버|앱|배치|시스템|백엔드|플랫폼|큐/iu,
  fe: /page|app\b|application|site|calendar|form\b|screen|view|dashboard|editor|navigation|library|feature|페이지|앱|사이트|캘린더|폼|화면|대시보드|에디터|기능|서비스/iu,
  mobile: /app\b|application|screen|feature|queue|앱|화면|기능/iu,
};

function suitsAngle({ text, facts, subject }: Passage, position: Position): boolean {
  const thing = `${subject.thing?.en ?? ''} ${subject.thing?.ko ?? ''}`;
  if (NOT_RUNNING.test(text) || !SUITS_ANGLE[position].test(thing)) return false;
  const has = (owner: Position) =>
    facts.mentions.some(
      ({ technology }) => technology.group.endsWith('framework') && technology.positions.includes(owner),
    );
  if (position === 'be') return !has('mobile') && !has('fe');
  return position !== 'mobile' || !/\bweb ?(?:app|site)|웹 ?(?:앱|사이트)/iu.test(text);
}

/** What does not run for users: nothing to ask about slow connections or two requests at once. */
const NOT_RUNNING =
  /post-mortem|document|runbook|\btests?\b|build time|CI\/CD|deployment|wiki|guide|빌드 시간|배포 (?:시간|파이프라인)|문서|테스트|컨벤션/iu;

function aboutScale({ facts }: Passage, scale: string, ask: Ask): Candidate {
  const type = sayScale(scale, 'en')?.type;
  if (type === 'rows' && facts.migration !== null) return ask('completeness');
  if (type === 'downloads') return ask('downloads');
  if (type === 'people') return ask('users');
  const learns = facts.mentions.some(({ technology }) => technology.positions.includes('ai'));
  return ask(learns && type === 'data' ? 'dataset' : 'scale');
}

/** Whether somebody could have chosen something else; nobody decides for SSR against LCP. */
function isDecidable({ technology, written, index }: Mention, text: string): boolean {
  const left = /\bfrom $/iu.test(text.slice(0, index)) || text.startsWith('에서', index + written.length);
  // `a feature store`, `디자인 시스템` are what was made, not what it was made with.
  if (/^[a-z가-힣]+ [a-z가-힣]+$|^LLMs?$/u.test(written)) return false;
  const undecided = [
    'web platform',
    'teamwork tools',
    'mobile platform',
    'classical machine learning',
    'language',
    'architecture',
  ];
  return !left && !undecided.includes(technology.group);
}

/** Two technologies of one group: why the one here and the other there? At most one question a group. */
function comparisons(passages: readonly Passage[]): readonly Candidate[] {
  const groups = new Map<string, { passage: Passage; mention: Mention }[]>();
  for (const passage of passages.filter(({ type }) => type === 'skills'))
    for (const mention of passage.facts.mentions) {
      const { group } = mention.technology;
      if (COMPARABLE_GROUPS.has(group))
        groups.set(group, [...(groups.get(group) ?? []), { passage, mention }]);
    }
  return [...groups.values()].flatMap(([first, second]) => {
    if (first === undefined || second === undefined || first.passage !== second.passage) return [];
    if (first.mention.written === second.mention.written) return [];
    const names = { term: first.mention.written, other: second.mention.written };
    return [{ kind: 'compareSkills' as const, passage: first.passage, ...names, worth: WORTH.compareSkills }];
  });
}
