import type { Position } from '../../questions/question.ts';
import type { Passage } from './classify.ts';
import type { Mention } from './find-technologies.ts';
import { listedSkills } from './skills.ts';
import { COMPARABLE_GROUPS } from './technologies.ts';
import type { QuestionKind } from './wording.ts';
import { belongsTo, isAboutSoftware, WORTH, worthOf } from './worth.ts';

/** A question that could be asked, before it has words. */
export type Candidate = {
  readonly kind: QuestionKind;
  readonly passage: Passage;
  readonly term: string;
  readonly other: string;
  readonly figure: string;
  /** How much there is to ask, in no unit: only the order counts. */
  readonly worth: number;
};

type Ask = Partial<Pick<Candidate, 'term' | 'other' | 'figure'>>;

/** Everything that can sensibly be asked about the passages of a CV, unordered. */
export function findCandidates(passages: readonly Passage[], position: Position): readonly Candidate[] {
  return [...passages.flatMap((passage) => candidatesOf(passage, position)), ...comparisons(passages)];
}

function candidatesOf(passage: Passage, position: Position): readonly Candidate[] {
  const ask = (kind: QuestionKind, { term = '', other = '', figure = '' }: Ask = {}): Candidate => {
    return { kind, passage, term, other, figure, worth: worthOf(kind, passage, position) };
  };
  switch (passage.type) {
    case 'project':
      return aboutProject(passage, position, ask);
    case 'skills':
      return listedSkills(passage).flatMap((term) =>
        (['skillProblem', 'skillLast', 'skillLimit'] as const).map((kind) => ask(kind, { term })),
      );
    case 'statement':
      return (['evidence', 'consequence', 'hardMoment', 'confirmation', 'firstMonth'] as const).map((kind) =>
        ask(kind),
      );
    case 'interest':
      return (['evidence', 'firstMonth', 'gapProgram', 'gapMistake', 'gapChange'] as const).map((kind) =>
        ask(kind),
      );
    case 'motive':
      return (['doneBefore', 'firstMonth', 'gapNext', 'gapProgram', 'gapChange'] as const).map((kind) =>
        ask(kind),
      );
    case 'role':
      return (['rolePart', 'roleDecision', 'gapMistake', 'gapChange'] as const).map((kind) => ask(kind));
    case 'education':
      return (
        ['educationProgram', 'educationTopic', 'educationMistake', 'gapNext', 'gapReader'] as const
      ).map((kind) => ask(kind));
    case 'certificate':
      return (['certificate', 'gapProgram'] as const).map((kind) => ask(kind));
    case 'award':
      return (['award', 'ownPart', 'today'] as const).map((kind) => ask(kind));
    case 'personal':
      return (['gapProgram', 'gapMistake', 'gapChange', 'gapReader', 'gapNext'] as const).map((kind) =>
        ask(kind),
      );
  }
}

function aboutProject(
  passage: Passage,
  position: Position,
  ask: (kind: QuestionKind, slots?: Ask) => Candidate,
): Candidate[] {
  const { facts } = passage;
  // What is no software (a budget, a guild) was neither tested nor handed over as code.
  const technical = facts.mentions.length > 0 || facts.lasting || isAboutSoftware(passage);
  const always = ['ownPart', 'wentWrong', 'today'] as const;
  const kinds = technical ? ([...always, 'verification', 'handover'] as const) : always;
  const candidates = kinds.map((kind) => ask(kind));
  const raise = (kind: QuestionKind, by: number) => {
    const index = candidates.findIndex((one) => one.kind === kind);
    const found = candidates[index];
    if (found !== undefined) candidates[index] = { ...found, worth: found.worth + by };
  };
  if (facts.team) raise('ownPart', 2.5);
  if (facts.lasting) raise('handover', 3);
  if (facts.migration !== null) {
    const { from = '', to = '' } = facts.migration.change ?? {};
    candidates.push(ask('migration', { term: from, other: to }));
  }
  if (facts.incident) candidates.push(ask('incident'));
  if (facts.effect !== null) candidates.push(ask('effect', { figure: facts.effect }));
  if (facts.scale !== null) candidates.push(ask('scale', { figure: facts.scale }));
  if (facts.duration !== null) candidates.push(ask('duration', { figure: facts.duration }));
  if (facts.choice) candidates.push(ask('choice'));
  // Of a replacement the migration question asks already, and the technology named first is the one that was left.
  const decided =
    facts.migration === null ? facts.mentions.filter((mention) => isDecidable(mention, passage.text)) : [];
  candidates.push(...decided.slice(0, 3).map(({ written }) => ask('decision', { term: written })));
  if (belongsTo(passage, position)) candidates.push(ask('positionAngle'));
  return candidates;
}

/** Whether somebody could have chosen something else; nobody decides for SSR against LCP. */
function isDecidable({ technology, written, index }: Mention, text: string): boolean {
  const left = /\bfrom $/iu.test(text.slice(0, index)) || text.startsWith('에서', index + written.length);
  return (
    !left &&
    !['web platform', 'teamwork tools', 'mobile platform', 'classical machine learning', 'language'].includes(
      technology.group,
    )
  );
}

/** Two technologies of one group: why the one here and the other there? At most one question a group. */
function comparisons(passages: readonly Passage[]): readonly Candidate[] {
  const skills = passages.filter(({ type }) => type === 'skills');
  const groups = new Map<string, { passage: Passage; mention: Mention }[]>();
  for (const passage of skills)
    for (const mention of passage.facts.mentions) {
      const { group } = mention.technology;
      if (COMPARABLE_GROUPS.has(group))
        groups.set(group, [...(groups.get(group) ?? []), { passage, mention }]);
    }
  return [...groups.values()].flatMap(([first, second]) => {
    if (first === undefined || second === undefined || first.passage !== second.passage) return [];
    if (first.mention.written === second.mention.written) return [];
    const { passage, mention } = first;
    const slots = { term: mention.written, other: second.mention.written, figure: '' };
    return [{ kind: 'compareSkills' as const, passage, ...slots, worth: WORTH.compareSkills }];
  });
}
