import { uuidv7 } from 'uuidv7';
import { choiceId } from '../../src/bot/choice-id.ts';
import { planOf, type QuestionKind } from '../../src/interview/formats.ts';
import type { Store } from '../../src/store/store.ts';
import type { Conversation } from '../support/conversation.ts';
import { answerTo, cvOf } from './answers.ts';
import type { Answering, Human } from './human.ts';
import type { createScreens, Screen } from './screen.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { Waits } from './waits.ts';

/** Whoever has not got a complete evaluation by then counts with this. */
const PATIENCE_MS = 60 * 60 * 1_000;

type Parts = {
  readonly store: Store;
  readonly screens: ReturnType<typeof createScreens>;
  readonly clock: VirtualClock;
  /** The example answer of a technical question, by how the question reads on the screen. */
  readonly exampleAnswerOf: (shown: string) => string;
};

/** Gives one whole interview, from *start* to its complete evaluation. */
export async function giveInterview(
  parts: Parts,
  conversation: Conversation,
  interview: number,
  human: Human,
): Promise<Waits> {
  const { screens, clock, store } = parts;
  const screen = screens.of(conversation.id);
  const press = (choice: string) => screens.receive(conversation.choice(choice));
  const before: number[] = [];
  const untilAsked = async (act: () => Promise<void>) => {
    const [askedBefore, pressedAt] = [screen.question?.id, clock.now()];
    await act();
    await screen.until(({ question }) => question !== null && question.id !== askedBefore);
    before.push(clock.now() - pressedAt);
  };

  await screens.receive(conversation.command('start'));
  await press(choiceId({ type: 'consent', given: true }));
  await press(choiceId({ type: 'cv', cvId: await storeCv(store, conversation, interview) }));
  await clock.sleep(human.choosesPositionMs);
  await untilAsked(() => press(choiceId({ type: 'position', position: 'be' })));

  const answered: string[] = [];
  let lastNextAt: number | null = null;
  let lastPressAt = clock.now();
  for (const [index, kind] of planOf('classic').entries()) {
    const answering = human.answers[index];
    const question = screen.question;
    if (!answering || !question) throw new Error(`There is no question ${index + 1}.`);
    await clock.sleep(answering.readsMs);
    if (!answering.skips) await write(parts, conversation, interview, kind, answering);
    const type = answering.skips ? 'skip' : 'next';
    const act = () => press(choiceId({ type, interactionId: question.id }));
    lastPressAt = clock.now();
    if (!answering.skips) {
      answered.push(question.id);
      lastNextAt = lastPressAt;
    }
    if (index < planOf('classic').length - 1) await untilAsked(act);
    else await act();
  }

  const modelMadeCvQuestion = screen.question?.text.includes('Model question') === true;
  if (lastNextAt === null) return { before, partialAfter: null, completeAfter: null, modelMadeCvQuestion };
  await screen.until(showsEvaluation);
  const partialAfter = clock.now() - lastPressAt;
  await Promise.race([screen.until((shown) => isComplete(shown, answered)), clock.sleep(PATIENCE_MS)]);
  return { before, partialAfter, completeAfter: clock.now() - lastNextAt, modelMadeCvQuestion };
}

function showsEvaluation({ named }: Screen): boolean {
  return [...named.keys()].some((key) => key.startsWith('summary:'));
}

/** The overall score is there, and every answer has a grade that is no estimate. */
function isComplete({ named }: Screen, answered: readonly string[]): boolean {
  const summary = [...named].find(([key]) => key.startsWith('summary:'))?.[1];
  return (
    summary?.cards !== undefined &&
    answered.every((id) => named.get(`answer:${id}`)?.cards?.[0]?.score?.estimate === false)
  );
}

async function write(
  { screens, clock, exampleAnswerOf }: Parts,
  conversation: Conversation,
  interview: number,
  kind: QuestionKind,
  { writesMs, pressesNextMs }: Answering,
): Promise<void> {
  const shown = screens.of(conversation.id).question?.text ?? '';
  const example = kind === 'technical' ? exampleAnswerOf(shown) : '';
  screens.typing.add(conversation.id);
  for (const [index, part] of answerTo(interview, kind, example, writesMs.length).entries()) {
    await clock.sleep(writesMs[index] ?? 0);
    await screens.receive(conversation.part(part));
  }
  screens.typing.delete(conversation.id);
  await clock.sleep(pressesNextMs);
}

/** Straight into the store: reading PDFs is not what is measured. */
async function storeCv(store: Store, { id, user }: Conversation, interview: number): Promise<string> {
  const at = Date.now();
  const cv = {
    id: uuidv7(),
    sha256: id,
    fileName: 'cv.pdf',
    pages: 1,
    uploadedAt: at,
    text: cvOf(interview),
    expiresAt: Number.MAX_SAFE_INTEGER,
  };
  await store.turn(
    { eventId: `${id}:cv`, at, subject: { type: 'user', id: user }, detail: 'interview' },
    ({ account }) => {
      if (!account) throw new Error(`Nobody speaks in ${id}.`);
      return { writes: [{ type: 'insertCv', accountId: account.id, cv }], jobs: [] };
    },
  );
  return cv.id;
}
