import {
  AILMENTS,
  type Ailment,
  has,
  NEVER_ASKED,
  type QuestionFigures,
  type QuestionSummary,
} from '../../admin/question.ts';
import type { Catalogue } from '../../questions/catalogue.ts';
import { POSITIONS } from '../../questions/question.ts';
import type { AdminQueries } from '../../store/admin/queries.ts';
import { type AdminCommand, say } from './command.ts';
import { ailmentsView, unwellView } from './views/health-view.ts';

export type Patient = {
  readonly question: QuestionSummary;
  readonly figures: Omit<QuestionFigures, 'questionId'>;
};

/** So many questions are read at a time, so that no read takes long. */
const AT_A_TIME = 200;

/** How many questions have what is wrong with them; with a kind, which. */
export const questionHealth: AdminCommand = async ({ store, settings, texts, page, request }) => {
  const figures = await readAllFigures(store.admin);
  const patients = questionsOf(settings.catalogue).map((question) => ({
    question,
    figures: figures.get(question.id) ?? NEVER_ASKED,
  }));
  const kind = AILMENTS.find((known) => known === request.args['kind']);
  if (!kind) {
    return say(
      ailmentsView(
        texts,
        patients.length,
        AILMENTS.map((ailment) => [ailment, having(patients, ailment).length]),
      ),
    );
  }
  const unwell = having(patients, kind);
  const rows = unwell.slice(page.offset, page.offset + page.limit);
  return say(unwellView(texts, page, kind, { rows, total: unwell.length }));
};

/** Those that have it, the worst first. */
function having(patients: readonly Patient[], ailment: Ailment): readonly Patient[] {
  const badness = ({ figures: { mean, disputed } }: Patient) =>
    ailment === 'easy' ? (mean ?? 0) : ailment === 'hard' ? -(mean ?? 0) : disputed;
  return patients
    .filter(({ figures }) => has(ailment, figures))
    .sort((one, other) => badness(other) - badness(one) || (one.question.id < other.question.id ? -1 : 1));
}

async function readAllFigures(queries: AdminQueries): Promise<ReadonlyMap<string, QuestionFigures>> {
  const all = new Map<string, QuestionFigures>();
  for (let after = ''; ; ) {
    const some = await queries.readQuestionFigures(after, AT_A_TIME);
    for (const figures of some) all.set(figures.questionId, figures);
    after = some.at(-1)?.questionId ?? after;
    if (some.length < AT_A_TIME) return all;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Everything that can be asked now. */
function questionsOf(catalogue: Catalogue): readonly QuestionSummary[] {
  const technical = POSITIONS.flatMap((position) =>
    catalogue.topics(position).flatMap(({ topic }) => catalogue.technical(position, topic)),
  );
  return [
    ...technical.map(({ id, position, topic, question }) => ({
      id,
      position,
      topic,
      question,
      active: true,
    })),
    ...catalogue.behavioural.map(({ id, competency, question }) => ({
      id,
      position: null,
      topic: competency,
      question: question.en,
      active: true,
    })),
  ];
}
