import { CannotDo } from '../../support/cannot.ts';
import type { Core } from '../core.ts';
import { createMessage } from '../world/messages.ts';
import type { ChannelRecord, UserRecord } from '../world/records.ts';
import { type MessageView, messagesSeen, viewOf } from './message-view.ts';
import { richText, stored } from './text.ts';
import { type Upload, uploaded } from './uploads.ts';

export type Saying = { readonly files?: readonly Upload[]; readonly thread?: string };

/** A conversation as one of its members has it open. */
export type Place = {
  readonly id: string;
  /** What they see there, oldest first: replies and messages for them alone as well. */
  readonly messages: readonly MessageView[];
  /** The message under which the others of a thread are, and those. */
  thread(ts: string): readonly MessageView[];
  /** What the app shows as its status there ("is thinking…"); empty when nothing. */
  readonly status: string;
  say(text: string, saying?: Saying): MessageView;
  upload(file: Upload, text?: string, saying?: Pick<Saying, 'thread'>): MessageView;
};

export function createPlace(core: Core, user: UserRecord, channelOf: () => ChannelRecord): Place {
  const place: Place = {
    get id() {
      return channelOf().id;
    },
    get messages() {
      return messagesSeen(core, channelOf(), user.id);
    },
    get status() {
      return core.statuses.showing(channelOf().id)?.status ?? '';
    },
    thread: (ts) =>
      messagesSeen(core, channelOf(), user.id).filter(
        (message) => message.ts === ts || message.threadTs === ts,
      ),
    say(text, { files = [], thread } = {}) {
      const channel = channelOf();
      if (text === '' && files.length === 0) throw new CannotDo('There is nothing to send.');
      if (!channel.members.has(user.id) || channel.archived) {
        throw new CannotDo(`${user.realName} cannot write there.`);
      }
      if (thread !== undefined && !channel.messages.has(thread)) {
        throw new CannotDo(`There is no message ${thread} to answer.`);
      }
      const message = createMessage(core, channel, {
        userId: user.id,
        text: stored(text),
        blocks: text === '' ? [] : [richText(text, core.ids.next('b'))],
        files: files.map((file) => uploaded(core, user, file)),
        clientMessageId: crypto.randomUUID(),
        ...(thread !== undefined && { threadTs: channel.messages.get(thread)?.threadTs ?? thread }),
      });
      return viewOf(message);
    },
    upload: (file, text = '', saying = {}) => place.say(text, { ...saying, files: [file] }),
  };
  return place;
}
