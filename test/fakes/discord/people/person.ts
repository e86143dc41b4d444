import { CannotDo } from '../../support/cannot.ts';
import { type Json, objectsOf, textOf } from '../../support/json.ts';
import { waitFor } from '../../support/wait.ts';
import type { Core } from '../core.ts';
import { COMPONENT, flatten } from '../rules/components.ts';
import { openDirectChannel, showTyping } from '../world/channels.ts';
import {
  type Answer,
  INTERACTION,
  type InteractionRecord,
  type Interactions,
  type OpenModal,
} from '../world/interactions.ts';
import { createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../world/records.ts';
import { type FieldValues, modalData } from './forms.ts';
import { offeredCommands, type SlashOptions, slashData } from './slash.ts';
import { type Upload, upload } from './uploads.ts';
import { type MessageView, messagesSeen, viewOf } from './views.ts';

/** Anything that names a message. */
export type MessageLike = { readonly id: string; readonly channelId: string };
/** A channel's id; without one, the direct messages with the bot. */
export type Where = { readonly channel?: string };
export type Sending = { readonly attachments?: readonly Upload[]; readonly replyTo?: MessageLike };

/** Somebody on Discord, with their hands. What the client would refuse throws `CannotDo`. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** The id of the direct channel with the bot. */
  readonly directChannel: string;
  setLocale(locale: string): void;
  blocksDirectMessages(blocks: boolean): void;
  installsApp(installed: boolean): void;
  dm(text: string, sending?: Sending): MessageView;
  says(channel: string, text: string, sending?: Sending): MessageView;
  edits(message: MessageLike, text: string): void;
  deletes(message: MessageLike): void;
  startsTyping(where?: Where): void;
  /** What they see there, oldest first. */
  sees(where?: Where): readonly MessageView[];
  /** The commands under `/`, in their language. */
  commands(where?: Where): readonly { readonly name: string; readonly command: Json }[];
  /** Runs a command by its words; resolves with the first answer, or `failed` after three seconds without one. */
  slash(words: string, options?: SlashOptions, where?: Where): Promise<Answer>;
  /** What is offered while `typed` stands in an option. */
  autocomplete(
    words: string,
    option: string,
    typed: string,
    more?: SlashOptions,
    where?: Where,
  ): Promise<Answer>;
  /** Presses a button by its custom id. */
  press(message: MessageLike, customId: string): Promise<Answer>;
  select(message: MessageLike, customId: string, values: readonly string[]): Promise<Answer>;
  submitModal(modal: OpenModal, fields: FieldValues): Promise<Answer>;
};

export function createPerson(core: Core, interactions: Interactions, user: UserRecord): Person {
  const { world } = core;
  const channelAt = (where: Where = {}): ChannelRecord => {
    const channel =
      where.channel === undefined ? openDirectChannel(core, user.id) : world.channel(where.channel);
    if (!world.canSee(user.id, channel))
      throw new CannotDo(`${user.username} cannot look into that channel.`);
    return channel;
  };
  const seen = ({ id, channelId }: MessageLike): MessageRecord => {
    const message = channelAt({ channel: channelId }).messages.get(id);
    const isHidden = message?.ephemeralFor !== undefined && message.ephemeralFor !== user.id;
    if (!message || isHidden) throw new CannotDo(`${user.username} does not see message ${id}.`);
    return message;
  };
  const own = (like: MessageLike): [ChannelRecord, MessageRecord] => {
    const message = seen(like);
    if (message.authorId !== user.id) throw new CannotDo('That is somebody else\u2019s message.');
    return [world.channel(like.channelId), message];
  };
  const answerTo = (interaction: InteractionRecord): Promise<Answer> =>
    waitFor(core.changes, () => interaction.answer, { what: `an answer to interaction ${interaction.id}` });
  const begin = (
    type: InteractionRecord['type'],
    channel: ChannelRecord,
    data: Json,
    source?: MessageRecord,
  ): Promise<Answer> => answerTo(interactions.begin({ type, userId: user.id, channel, source }, data));
  const says = (channel: ChannelRecord, text: string, { attachments = [], replyTo }: Sending = {}) => {
    demandMaySpeak(core, user, channel);
    const message = createMessage(core, channel, {
      authorId: user.id,
      content: text,
      attachments: attachments.map((file) => upload(core, channel, file)),
      ...(replyTo && { referencedId: replyTo.id, type: 19 }),
    });
    return viewOf(core, message);
  };

  return {
    id: user.id,
    name: user.globalName,
    get directChannel() {
      return openDirectChannel(core, user.id).id;
    },
    setLocale: (locale) => {
      user.locale = locale;
    },
    blocksDirectMessages: (blocks) => {
      user.blocksDirectMessages = blocks;
    },
    installsApp: (installed) => {
      user.hasInstalledApp = installed;
    },
    dm: (text, sending) => says(channelAt(), text, sending),
    says: (channel, text, sending) => says(channelAt({ channel }), text, sending),
    edits(like, text) {
      const [channel, message] = own(like);
      editMessage(core, channel, message, { content: text });
    },
    deletes(like) {
      deleteMessage(core, ...own(like));
    },
    startsTyping: (where) => showTyping(core, channelAt(where), user.id),
    sees: (where) => messagesSeen(core, channelAt(where), user.id),
    commands: (where) => offeredCommands(core, user, channelAt(where)),
    slash(words, options = {}, where = {}) {
      const channel = channelAt(where);
      return begin(INTERACTION.command, channel, slashData(core, user, channel, words, options));
    },
    autocomplete(words, option, typed, more = {}, where = {}) {
      const channel = channelAt(where);
      const data = slashData(core, user, channel, words, { ...more, [option]: typed }, option);
      return begin(INTERACTION.autocomplete, channel, data);
    },
    press(like, customId) {
      const message = seen(like);
      const button = activeComponent(message, customId, [COMPONENT.button]);
      const data = { component_type: button['type'], custom_id: customId, id: button['id'] };
      return begin(INTERACTION.component, world.channel(like.channelId), data, message);
    },
    select(like, customId, values) {
      const message = seen(like);
      const select = activeComponent(message, customId, [3, 5, 6, 7, 8]);
      demandSelectable(select, values);
      const data = {
        component_type: select['type'],
        custom_id: customId,
        id: select['id'],
        values,
        resolved: {},
      };
      return begin(INTERACTION.component, world.channel(like.channelId), data, message);
    },
    submitModal(modal, fields) {
      const opener = interactions.all.get(modal.interactionId);
      if (opener?.userId !== user.id) throw new CannotDo('That form is open for somebody else.');
      const data = modalData(core, opener.channel, modal, fields);
      return begin(INTERACTION.modalSubmit, opener.channel, data, opener.source);
    },
  };
}

function demandMaySpeak(core: Core, user: UserRecord, channel: ChannelRecord): void {
  if (channel.type === 1) {
    if (user.hasInstalledApp || core.world.sharesGuildWithBot(user.id)) return;
    throw new CannotDo(`${user.username} shares no server with the bot and has not installed it.`);
  }
  const permission = channel.type === 0 ? 'sendMessages' : 'sendMessagesInThreads';
  if (channel.locked || !core.world.can(user.id, channel, permission)) {
    throw new CannotDo(`${user.username} may not write there.`);
  }
  if (channel.type === 11) channel.threadMembers.add(user.id);
}

function activeComponent(message: MessageRecord, customId: string, types: readonly number[]): Json {
  const found = flatten(message.components)
    .map(({ component }) => component)
    .find((component) => component['custom_id'] === customId && types.includes(Number(component['type'])));
  if (!found) throw new CannotDo(`The message has no such component: ${customId}.`);
  if (found['disabled'] === true) throw new CannotDo(`${customId} is disabled.`);
  return found;
}

function demandSelectable(select: Json, values: readonly string[]): void {
  const [min, max] = [Number(select['min_values'] ?? 1), Number(select['max_values'] ?? 1)];
  if (values.length < min || values.length > max) throw new CannotDo(`Choose ${min} to ${max}.`);
  const offered = objectsOf(select['options']).map(({ value }) => textOf(value));
  const strange = select['type'] === 3 ? values.find((value) => !offered.includes(value)) : undefined;
  if (strange !== undefined) throw new CannotDo(`The menu does not offer ${strange}.`);
}
