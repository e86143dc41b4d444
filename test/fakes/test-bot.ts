import { type Logger, pino } from 'pino';
import { parseSeedFiles, readSeedFiles, readTaxonomy } from '../../seeds/read-seeds.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Limits } from '../../src/bot/limits.ts';
import { createLiveSettings } from '../../src/bot/live-settings.ts';
import type { Role } from '../../src/bot/role.ts';
import type { Configured } from '../../src/bot/settings.ts';
import type {
  ConversationId,
  EventId,
  Form,
  Incoming,
  IncomingChoice,
  IncomingCommand,
  IncomingMessage,
  Locale,
  MessageId,
  Outgoing,
  PlatformUserId,
} from '../../src/chat/message.ts';
import { type CvReader, createCvReader } from '../../src/cv/read-cv.ts';
import type { JobKind } from '../../src/jobs/job.ts';
import { createFailover } from '../../src/model/failover.ts';
import type { LanguageModel } from '../../src/model/language-model.ts';
import type { Models } from '../../src/model/models.ts';
import { createProvider } from '../../src/model/provider.ts';
import type { ErasureList } from '../../src/privacy/erasure-list.ts';
import { createCatalogue } from '../../src/questions/catalogue.ts';
import type { Question } from '../../src/questions/question.ts';
import { createPasswords } from '../../src/secrets/passwords.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createErasureListInMemory } from './erasure-list.ts';
import { createFakeAdapter } from './fake-adapter.ts';
import { hashForTests } from './keyed-hash.ts';
import { CONFIGURED } from './settings.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

type Options = {
  readonly model?: LanguageModel | null;
  /** Another one, for second opinions. */
  readonly second?: LanguageModel | null;
  readonly settings?: Partial<Configured>;
  /** The shipped questions of its database, in place of those of the files. */
  readonly bank?: readonly Question[];
  /** As in the program; otherwise everything is taken. */
  readonly limits?: Limits;
  /** `all` when absent. */
  readonly role?: Role;
  /** In place of the real one. */
  readonly readCv?: CvReader['read'];
  /** A database to go on with; otherwise a new one. It is removed at the end. */
  readonly on?: TestDatabase;
  /** What was erased; otherwise a list that goes with the bot. */
  readonly erasures?: ErasureList;
  readonly logger?: Logger;
};

/** One for all bots of a test file: a reader's process takes longer to start than most tests do. Patient, as the machine may be busy. */
const cvReader = createCvReader({ limits: { deadlineMs: 60_000 } });

const seeds = parseSeedFiles(readSeedFiles().files);
const catalogue = createCatalogue(seeds.questions, seeds.behavioural, readTaxonomy());
const START = 1_800_000_000_000;
/** Of a conversation; what else is due is waited for by `bot.until`. */
const FOREGROUND: readonly JobKind[] = [
  'send',
  'export',
  'read_cv',
  'open_venue',
  'show_ratings',
  'end_answer',
  'end_idle_session',
  'answer_admin',
];
const BACKGROUND: readonly JobKind[] = ['grade', 'grade_again', 'make_cv_questions'];

/** Where somebody speaks who does not speak in their direct conversation, `fake:<name>`. */
type Place = {
  readonly conversation: string;
  readonly scope: Incoming['scope'];
  readonly venues?: Incoming['venues'];
};

/** The real bot on a real database with the shipped questions, a fake platform and a clock that stands still. */
export async function createTestBot({
  model = null,
  second = null,
  settings = {},
  bank,
  limits,
  role,
  on,
  erasures = createErasureListInMemory(),
  logger = pino({ level: 'silent' }),
  readCv = cvReader.read,
}: Options = {}) {
  const configured = [model, second].filter((one) => one !== null);
  const database = on ?? (await createTestDatabase());
  let clock = START;
  let ids = 0;
  const now = () => clock;
  const run = Math.random().toString(36).slice(2, 8);
  const store = await openStore(database.url, now, hashForTests);
  const fake = createFakeAdapter();
  if (bank) await store.applySeeds('test', bank, seeds.behavioural.slice(0, 12));
  const live = await createLiveSettings({
    store,
    configured: { ...CONFIGURED, providers: configured.map(({ id }) => id), ...settings },
    readCatalogue: async () => {
      if (!bank) return catalogue;
      const stored = await store.readQuestions();
      return createCatalogue(stored.questions, stored.behavioural, readTaxonomy());
    },
    now,
  });
  const bot = createBot({
    store,
    settings: live,
    adapters: [fake.adapter],
    erasures,
    cvReader: { read: readCv, close: async () => undefined },
    models: configured.length === 0 ? null : modelsOf(configured),
    passwords: createPasswords(4),
    now,
    newId: () => `${run}-${++ids}`,
    random: () => 0.5,
    logger,
    ...(limits && { limits }),
    ...(role && { role }),
  });
  await bot.start();

  /** `opensForm`: how the platform opens forms as the answer to a command or a choice; in answer to a message it cannot. */
  const user = (
    name: string,
    locale?: Locale,
    opensForm: Incoming['opensForm'] = 'window',
    place: Place = { conversation: `fake:${name}`, scope: 'direct' },
  ) => {
    const conversation = place.conversation as ConversationId;
    const opened: Form[] = [];
    const receive = async (incoming: Incoming) => {
      const { form } = await fake.receive(incoming);
      if (form && !incoming.opensForm) throw new Error('No form can be opened as the answer to that.');
      if (form) opened.push(form);
    };
    const base = (): Pick<Incoming, 'id' | 'conversation' | 'scope' | 'from' | 'at'> => ({
      id: `fake:${run}-${++ids}` as EventId,
      conversation,
      scope: place.scope,
      ...(place.venues && { venues: place.venues }),
      from: { id: `fake:${name}` as PlatformUserId, name, ...(locale && { locale }) },
      at: clock,
    });
    const lastForm = (): Form => {
      const last = opened.at(-1);
      if (!last) throw new Error('No form was opened.');
      return last;
    };
    const messages = () => fake.sent.filter(({ to }) => to === conversation).map(({ message }) => message);
    const hear = async (act: () => Promise<unknown>): Promise<readonly Outgoing[]> => {
      const before = messages().length;
      await act();
      await settle(conversation);
      return messages().slice(before);
    };
    return {
      conversation,
      /** The same person in another conversation. */
      at: (elsewhere: Place) => user(name, locale, opensForm, elsewhere),
      messages,
      /** Hands the event over as it is; for repeating one. */
      event: (incoming: Incoming) => hear(() => receive(incoming)),
      message: (text: string, final = true, id = `message-${++ids}`): Incoming => ({
        ...base(),
        type: 'message',
        messageId: id as MessageId,
        text,
        attachments: [],
        ...(final && { final: true }),
      }),
      say(text: string, final = true, id?: string) {
        return hear(() => receive(this.message(text, final, id)));
      },
      edit: (id: string, text: string) =>
        hear(() =>
          receive({
            ...base(),
            type: 'message',
            messageId: id as MessageId,
            text,
            attachments: [],
            edit: true,
          }),
        ),
      delete: (id: string) => hear(() => receive({ ...base(), type: 'deleted', messageId: id as MessageId })),
      choose: (choice: string) => hear(() => receive({ ...base(), opensForm, type: 'choice', choice })),
      command: (name: string, args: Readonly<Record<string, string>> = {}) =>
        hear(() => receive({ ...base(), opensForm, type: 'command', name, args, attachments: [] })),
      forms: (): readonly Form[] => opened,
      form: lastForm,
      /** Fills in the form opened last, or the one with this id. */
      submit(fields: Readonly<Record<string, string>>, form = lastForm().id) {
        return hear(() => receive({ ...base(), type: 'form', form, fields, attachments: [] }));
      },
      /** Anything that can happen, wherever. */
      does: (what: Happening) => hear(() => receive({ ...base(), ...what } as Incoming)),
      /** Presses the button with this label in the last message that has one. */
      press(label: string) {
        const choices = messages().flatMap((message) => message.choices ?? []);
        const choice = choices.findLast((candidate) => candidate.label.includes(label));
        if (!choice)
          throw new Error(`No button says ${label}; there are ${choices.map((c) => c.label).join(', ')}.`);
        return this.choose(choice.id);
      },
      looksAtHome: () => hear(() => receive({ ...base(), type: 'homeOpened' })),
      open: () => hear(() => receive({ ...base(), type: 'arrived', greets: 'everybody' })),
      upload(name: string, bytes: Uint8Array) {
        fake.files.set(name, bytes);
        return hear(() =>
          receive({
            ...base(),
            type: 'message',
            messageId: `message-${++ids}` as MessageId,
            text: '',
            attachments: [{ ref: name, name, bytes: bytes.length }],
          }),
        );
      },
    };
  };

  /** Until nothing is due any more in a conversation; what a language model does in the background is not waited for. */
  const settle = (conversation: ConversationId) =>
    untilDone(conversation, model ? FOREGROUND : [...FOREGROUND, ...BACKGROUND]);

  async function untilDone(conversation: ConversationId, kinds: readonly JobKind[]): Promise<void> {
    while ((await store.countOutstanding(conversation, kinds, clock)) > 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    store,
    fake,
    erasures,
    user,
    settle,
    /** Until the language model has done all that is due, and what it found is shown. */
    async settleModel(conversation: ConversationId) {
      await untilDone(conversation, BACKGROUND);
      await settle(conversation);
    },
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
    },
    database,
    async advance(milliseconds: number, conversation: ConversationId) {
      clock += milliseconds;
      bot.wake();
      await new Promise((resolve) => setImmediate(resolve));
      await settle(conversation);
    },
    async stop() {
      await bot.stop(1000);
    },
    async dispose() {
      await bot.stop(1000);
      await database.dispose();
    },
  };
}

/** In a server, say, and by somebody who runs it. */
export type Where = Partial<Pick<Incoming, 'from' | 'scope' | 'place' | 'channel'>>;
type Happening = Where &
  (
    | Pick<IncomingCommand, 'type' | 'name' | 'args' | 'attachments'>
    | Pick<IncomingChoice, 'type' | 'choice'>
    | Pick<IncomingMessage, 'type' | 'messageId' | 'text' | 'attachments'>
  );

/** What is told of models, by the real code. */
function failoverOf(models: readonly LanguageModel[]): Pick<Models, 'health' | 'test'> {
  const now = () => START;
  const watched = models.map((model) =>
    createProvider({ model, price: null, record: () => undefined, now, newId: () => '' }),
  );
  return createFailover(watched, { slowMs: 30_000, now, random: () => 0.5 });
}

/** Scripted models as the bot sees the configured ones: the first that may be asked answers. */
function modelsOf(models: readonly LanguageModel[]): Models {
  return {
    providers: models.map(({ id }) => id),
    ...failoverOf(models),
    forAccount: (_, agreedTo) => models.find(({ id }) => agreedTo.includes(id)) ?? null,
  };
}

/** Everything a person would read of these messages. */
export function textOf(messages: readonly Outgoing[]): string {
  return messages
    .flatMap(({ text, cards = [], choices = [] }) => [
      text ?? '',
      ...cards.flatMap(({ title, score, body, fields = [], footer }) => [
        title,
        score ? `${score.points ?? '–'} / ${score.outOf}${score.estimate ? ' estimate' : ''}` : '',
        body ?? '',
        ...fields.map(({ name, value }) => `${name}: ${value}`),
        footer ?? '',
      ]),
      ...choices.map(({ label }) => `[${label}]`),
    ])
    .filter((line) => line !== '')
    .join('\n');
}
