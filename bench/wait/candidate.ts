import { uuidv7 } from 'uuidv7';
import { consentKey } from '../../src/accounts/consent.ts';
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
  /** The services that candidates agree to. */
  readonly providers: readonly string[];
  /** The example answer of a technical question, by how the question reads on the screen. */
  readonly exampleAnswerOf: (shown: string) => string;
};

/** One candidate at work. */
type Seat = Parts & {
  readonly conversation: Conversation;
  readonly interview: number;
  readonly screen: Screen;
  readonly press: (choice: string) => Promise<void>;
  /** Acts and waits for the next question. @returns how long that took */
  readonly untilAsked: (act: () => Promise<void>) => Promise<number>;
};

/** Gives one whole interview, from *start* to its complete evaluation. */
export async function giveInterview(
  parts: Parts,
  conversation: Conversation,
  interview: number,
  human: Human,
): Promise<Waits> {
  const seat = sitDown(parts, conversation, interview);
  const { screen } = seat;
  const { clock } = parts;
  const first = await begin(seat, human);
  const { waits, answered, lastPressAt, lastNextAt } = await answerAll(seat, human);
  const before = [first, ...waits];
  const modelMadeCvQuestion = screen.question?.text.includes('Model question') === true;
  if (lastNextAt === null) return { before, partialAfter: null, completeAfter: null, modelMadeCvQuestion };
  await screen.until(showsEvaluation);
  const partialAfter = clock.now() - lastPressAt;
  await Promise.race([screen.until((shown) => isComplete(shown, answered)), clock.sleep(PATIENCE_MS)]);
  return { before, partialAfter, completeAfter: clock.now() - lastNextAt, modelMadeCvQuestion };
}

function sitDown(parts: Parts, conversation: Conversation, interview: number): Seat {
  const { screens, clock } = parts;
  const screen = screens.of(conversation.id);
  return {
    ...parts,
    conversation,
    interview,
    screen,
    press: (choice) => screens.receive(conversation.choice(choice)),
    async untilAsked(act) {
      const [askedBefore, startedAt] = [screen.question?.id, clock.now()];
      await act();
      await screen.until(({ question }) => question !== null && question.id !== askedBefore);
      return clock.now() - startedAt;
    },
  };
}

/** Up to the first question. @returns how long that took after the position was chosen */
async function begin(seat: Seat, { choosesPositionMs }: Human): Promise<number> {
  const { screens, conversation, store, interview, clock, providers, press, untilAsked } = seat;
  await screens.receive(conversation.command('start'));
  await press(choiceId({ type: 'consent', given: true, list: consentKey(providers) }));
  await press(choiceId({ type: 'cv', cvId: await storeCv(store, conversation, interview) }));
  await clock.sleep(choosesPositionMs);
  return untilAsked(() => screens.receive(conversation.command('start', { position: 'be' })));
}

async function answerAll(seat: Seat, { answers }: Human) {
  const { screen, clock, press, untilAsked } = seat;
  const plan = planOf('classic');
  const waits: number[] = [];
  const answered: string[] = [];
  let lastNextAt: number | null = null;
  let lastPressAt = clock.now();
  for (const [index, kind] of plan.entries()) {
    const answering = answers[index];
    const { question } = screen;
    if (!answering || !question) throw new Error(`There is no question ${index + 1}.`);
    await clock.sleep(answering.readsMs);
    if (!answering.skips) await write(seat, kind, answering);
    lastPressAt = clock.now();
    if (!answering.skips) {
      answered.push(question.id);
      lastNextAt = lastPressAt;
    }
    const type = answering.skips ? 'skip' : 'next';
    const act = () => press(choiceId({ type, interactionId: question.id }));
    if (index < plan.length - 1) waits.push(await untilAsked(act));
    else await act();
  }
  return { waits, answered, lastPressAt, lastNextAt };
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
  { screens, screen, clock, exampleAnswerOf, conversation, interview }: Seat,
  kind: QuestionKind,
  { writesMs, pressesNextMs }: Answering,
): Promise<void> {
  const example = kind === 'technical' ? exampleAnswerOf(screen.question?.text ?? '') : '';
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
