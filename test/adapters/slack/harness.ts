import type { AttachmentRef } from '../../../src/chat/message.ts';
import type { ChatAdapterHarness, CreateHarness } from '../../contracts/chat-adapter.ts';
import type { FakeSlack, MessageView, Person } from '../../fakes/slack/index.ts';
import { createSetting, type Way } from './setting.ts';

const fromBot = (person: Person): readonly MessageView[] =>
  person.dm.messages.filter(({ isFromBot }) => isFromBot);

const visible = (messages: readonly MessageView[]): string =>
  messages
    .map(({ text, files }) => [text, ...files.map(({ name, altText }) => `${name} ${altText}`)].join('\n'))
    .join('\n');

/** Presses the button, or chooses the option, with this label. */
export function pick(person: Person, label: string): Promise<unknown> {
  for (const message of fromBot(person).toReversed()) {
    const button = message.buttons.find((candidate) => candidate.label === label);
    if (button) return person.click(message, button.actionId);
    for (const { options, actionId } of message.selects) {
      const option = options.find((candidate) => candidate.label === label);
      if (option) return person.choose(message, actionId, option.value);
    }
  }
  throw new Error(`Nothing to choose says ${label}.`);
}

/** For the contract of all adapters, over one of the transports. */
export function slackHarness(way: Way): CreateHarness {
  return async (receive, suggest): Promise<ChatAdapterHarness> => {
    const setting = await createSetting({ way });
    const { slack, adapter } = setting;
    const person = slack.createPerson('Candidate');
    let handled = 0;
    await setting.start(async (incoming) => {
      try {
        return await receive(incoming);
      } finally {
        handled += 1;
      }
    }, suggest);
    /** Until the bot was told, and Slack that it was, unless it never will be. */
    const until = async (act: () => unknown): Promise<void> => {
      const before = handled;
      void Promise.resolve(act()).catch(() => undefined);
      await slack.waitFor(() => handled > before, { what: 'the bot to be told' });
      // Over a socket nothing says that an acknowledgement will not come.
      await Promise.race([slack.waitFor(() => isSettled(slack)), ...(way === 'socket' ? [quiet()] : [])]);
    };
    const attachment = async (content: Uint8Array): Promise<AttachmentRef> => {
      const uploader = slack.createPerson('Somebody else');
      const [file] = uploader.dm.upload({ name: 'file.pdf', bytes: content }).files;
      return { ref: JSON.stringify([slack.teamId, file?.id, null]), name: 'file.pdf', bytes: content.length };
    };
    const elsewhere = (url: string): AttachmentRef => ({
      ref: JSON.stringify([slack.teamId, 'F1', url]),
      name: 'cv.pdf',
    });
    const origin = new URL(slack.apiUrl).origin;
    const port = Number(new URL(slack.apiUrl).port);
    return {
      adapter,
      conversation: setting.conversationWith(person),
      says: (text) => until(() => person.dm.say(text)),
      picks: (label) => until(() => pick(person, label)),
      runsStart: () => until(() => person.command('/interview', 'start be')),
      sendsFile: (name, content) => until(() => person.dm.upload({ name, bytes: content })),
      async fillsIn(fields, file) {
        const modal = await slack.waitFor(() => person.modal, { what: 'a form' });
        const upload = file && { cv: { name: file.name, bytes: file.content } };
        await until(() => person.submit(modal, { ...fields, ...upload }));
      },
      shown: () => visible(fromBot(person)),
      failureIsKnown: () => !isAcknowledged(slack),
      harm: () => slack.requests.flatMap((request) => harmIn(request.method, request.arguments)),
      attachment,
      missingAttachment: elsewhere(`${origin}/files-pri/${slack.teamId}-F0/download/gone.pdf`),
      forbiddenAttachments: [
        'https://example.org/cv.pdf',
        'http://files.slack.com/files-pri/T1-F1/cv.pdf',
        'https://files.slack.com/files-pri/T1-F1/cv.pdf',
        'https://files.slack.com.example.org/cv.pdf',
        'https://user@files.slack.com/cv.pdf',
        'file:///etc/passwd',
        `http://127.0.0.1:${port + 1}/files-pri/T1-F1/cv.pdf`,
        `http://localhost:${port}/files-pri/T1-F1/cv.pdf`,
      ].map(elsewhere),
      close: setting.close,
    };
  };
}

function isAcknowledged({ deliveries }: FakeSlack): boolean {
  return deliveries.every(({ outcome }) => outcome?.type === 'acknowledged');
}

/** Slack is done with all of it, or for now: it comes again after a minute. */
function isSettled({ deliveries }: FakeSlack): boolean {
  return deliveries.every(({ outcome, failures }) => outcome !== undefined || failures.length > 1);
}

/** Long enough for an acknowledgement that is on its way; where none is, nothing is waited for but this. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

/** Control sequences and pings in what was sent. Texts of blocks are shown as they are; the one beside them is read. */
function harmIn(method: string, fields: unknown): string[] {
  const sent = JSON.stringify(fields ?? {});
  const controls = /\\u00(?:0[0-8b-f]|1[0-9a-f]|7f|8|9)|[\u202a-\u202e\u2066-\u2069]/i.test(sent);
  const { text = '' } = Object(fields) as { readonly text?: unknown };
  const isMarkup = /"mrkdwn"|"broadcast"|"type":"(?:user|usergroup|channel|link)"/.test(sent);
  return [
    ...(controls ? [`controls in ${method}`] : []),
    ...(/[<>]/.test(String(text)) || isMarkup ? [`markup in ${method}`] : []),
  ];
}
