import { conversationOf } from '../../../adapters/discord/conversation-id.ts';
import { createDiscordAdapter, type DiscordOptions } from '../../../adapters/discord/index.ts';
import type { Receive, Suggest } from '../../../src/chat/adapter.ts';
import type { AttachmentRef, Incoming } from '../../../src/chat/message.ts';
import type { ChatAdapterHarness, CreateHarness } from '../../contracts/chat-adapter.ts';
import {
  createFakeDiscord,
  type FakeDiscordOptions,
  type MessageView,
  type Person,
} from '../../fakes/discord/index.ts';
import { createMemoryLogger } from '../../fakes/memory-logger.ts';
import { WORDS } from './words.ts';

/** The adapter on a stand-in of Discord, not started. */
export async function createSetting(
  options: Partial<DiscordOptions> = {},
  discordOptions: FakeDiscordOptions = { rateLimits: false },
) {
  const discord = await createFakeDiscord(discordOptions);
  const logger = createMemoryLogger();
  let ids = 0;
  const create = (more: Partial<DiscordOptions> = {}) =>
    createDiscordAdapter({
      token: discord.token,
      apiUrl: discord.apiUrl,
      words: WORDS,
      defaultLocale: 'en',
      now: () => discord.clock.now(),
      newId: () => `id-${++ids}`,
      logger,
      ...options,
      ...more,
    });
  const adapter = create();
  return {
    discord,
    adapter,
    logger,
    create,
    conversationWith: (person: Person) =>
      conversationOf({ scope: 'direct', channelId: person.directChannel, userId: person.id }),
    async close() {
      await adapter.stop();
      await discord.close();
    },
  };
}

export type Setting = Awaited<ReturnType<typeof createSetting>>;

/** Discord's first answer to an interaction. */
type Answer = Awaited<ReturnType<Person['press']>>;

/** A bot that stores everything and says nothing. */
export function createListening() {
  const received: Incoming[] = [];
  const receive: Receive = async (incoming) => {
    received.push(incoming);
    return {};
  };
  const suggest: Suggest = async () => [];
  return { received, receive, suggest };
}

/** Text as it is read: formatting gone, escapes undone. */
const visible = (messages: readonly MessageView[]): string =>
  messages
    .map(({ text, files }) =>
      [text, ...files.map(({ name, description }) => `${name} ${description}`)].join('\n'),
    )
    .join('\n');

function findChoice(messages: readonly MessageView[], label: string) {
  for (const message of [...messages].reverse()) {
    const button = message.buttons.find((candidate) => candidate.label === label);
    if (button) return { message, button };
    for (const select of message.selects) {
      const option = select.options.find((candidate) => candidate.label === label);
      if (option) return { message, select, option };
    }
  }
  throw new Error(`Nothing to choose says ${label}.`);
}

function pick(person: Person, label: string): Promise<Answer> {
  const found = findChoice(person.sees(), label);
  return found.button
    ? person.press(found.message, found.button.customId)
    : person.select(found.message, found.select.customId, [found.option.value]);
}

/** For the contract of all adapters. */
export const discordHarness: CreateHarness = async (receive, suggest): Promise<ChatAdapterHarness> => {
  const setting = await createSetting();
  const { discord, adapter } = setting;
  const person = discord.createPerson('Candidate');
  let handled = 0;
  let answered: Promise<Answer> | null = null;
  await adapter.start(async (incoming) => {
    try {
      return await receive(incoming);
    } finally {
      handled += 1;
    }
  }, suggest);
  const act = (answer: Promise<Answer>) => {
    answered = answer;
    answer.catch(() => undefined);
  };
  const until = async (act: () => unknown): Promise<void> => {
    const before = handled;
    const shownBefore = person.sees().filter(({ isFromBot }) => isFromBot).length;
    await act();
    await discord.waitFor(() => handled > before, { what: 'the bot to be told' });
    // A refusal is told by a message.
    await Promise.race([
      discord.waitFor(() => person.sees().filter(({ isFromBot }) => isFromBot).length > shownBefore),
      new Promise((resolve) => setTimeout(resolve, 60)),
    ]).catch(() => undefined);
  };
  const attachment = async (content: Uint8Array): Promise<AttachmentRef> => {
    const { id, channelId, files } = person.dm('', { attachments: [{ name: 'file.pdf', bytes: content }] });
    const [file] = files;
    return {
      ref: JSON.stringify({ url: file?.url, attachmentId: '1', channelId, messageId: id }),
      name: 'file.pdf',
      bytes: content.length,
    };
  };
  const elsewhere = (url: string): AttachmentRef => ({
    ref: JSON.stringify({ url, attachmentId: '1' }),
    name: 'cv.pdf',
  });
  const port = new URL(discord.apiUrl).port;
  return {
    adapter,
    conversation: setting.conversationWith(person),
    says: (text) => until(() => person.dm(text)),
    picks: (label) =>
      until(async () => {
        act(pick(person, label));
        await answered;
      }),
    // Where no form is opened nothing answers it in time: the bot of the contract says nothing.
    runsStart: () => until(() => act(person.slash('interview start', { position: 'be' }))),
    async fillsIn(fields, file) {
      const answer = await answered;
      if (answer?.kind !== 'modal') throw new Error(`No form was opened but ${answer?.kind}.`);
      const { modal } = answer;
      const upload = file && { cv: { name: file.name, bytes: file.content } };
      await until(() => act(person.submitModal(modal, { ...fields, ...upload })));
    },
    sendsFile: (name, content) => until(() => person.dm('', { attachments: [{ name, bytes: content }] })),
    shown: () => visible(person.sees().filter(({ isFromBot }) => isFromBot)),
    failureIsKnown: () => visible(person.sees()).includes(WORDS.en.notStored),
    harm: () =>
      discord.requests
        .filter(({ method }) => method === 'POST' || method === 'PATCH')
        .flatMap(({ path, body }) => harmIn(path, body)),
    attachment,
    missingAttachment: elsewhere(`${new URL(discord.apiUrl).origin}/attachments/1/2/gone.pdf`),
    forbiddenAttachments: [
      'https://example.org/cv.pdf',
      'http://cdn.discordapp.com/attachments/1/2/cv.pdf',
      'https://cdn.discordapp.com.example.org/cv.pdf',
      'https://cdn.discordapp.com:8443/cv.pdf',
      'https://user@cdn.discordapp.com/cv.pdf',
      'file:///etc/passwd',
      `http://127.0.0.1:${Number(port) + 1}/attachments/1/2/cv.pdf`,
      `http://localhost:${port}/attachments/1/2/cv.pdf`,
    ].map(elsewhere),
    close: setting.close,
  };
};

/** Control sequences and pings in what was sent. */
function harmIn(path: string, body: unknown): string[] {
  const text = JSON.stringify(body ?? '');
  const controls = /\\u00(?:0[0-8b-f]|1[0-9a-f]|7f|8|9)|\\[bf]|[\u202a-\u202e\u2066-\u2069]/i.test(text)
    ? [`controls in ${path}`]
    : [];
  const silent = !/\/messages/.test(path) || /"allowed_mentions":\{"parse":\[\]/.test(text);
  return silent ? controls : [...controls, `pings in ${path}`];
}
