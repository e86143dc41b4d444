import { CannotDo } from '../../support/cannot.ts';
import type { Core } from '../core.ts';
import { directChannel } from '../world/channels.ts';
import { announce } from '../world/events.ts';
import { deleteMessage, editMessage } from '../world/messages.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../world/records.ts';
import { viewJson } from '../world/views.ts';
import { elementCalled, pressed } from './acting.ts';
import { isShown } from './command-answer.ts';
import { chosen, filledIn, holdsSomething } from './fields.ts';
import type { SurfaceView } from './modal-view.ts';
import { createHeld, globalShortcut, messageAction, slashCommand } from './payloads.ts';
import { createPlace, type Place } from './place.ts';
import type { FieldValues, Submitted } from './submission.ts';
import { createSurfaces, type Reaction, reactionTo } from './surfaces.ts';
import { richText, stored } from './text.ts';

/** Anything that names a message. */
export type MessageLike = { readonly ts: string; readonly channelId: string };
/** Anything that names a modal or Home tab. */
export type ViewLike = { readonly id: string };

/** Somebody in a workspace, with their hands. What Slack's client would refuse throws `CannotDo`. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  /** The direct messages with the bot. */
  readonly dm: Place;
  /** A channel they are in. */
  in(channel: string): Place;
  edit(message: MessageLike, text: string): void;
  delete(message: MessageLike): void;
  /** Presses a button; resolves once the app has acknowledged, or with `failed` after three seconds. */
  click(on: MessageLike | ViewLike, actionId: string): Promise<Reaction>;
  /** Chooses in a menu, by values. */
  choose(on: MessageLike | ViewLike, actionId: string, ...values: readonly string[]): Promise<Reaction>;
  /** The modal that they have before them. */
  readonly modal: SurfaceView | undefined;
  /** All that are open, on one another. */
  readonly modals: readonly SurfaceView[];
  /** Submits a modal; fields by action or block id. */
  submit(modal: ViewLike, values?: FieldValues): Promise<Submitted>;
  /** Closes a modal, or with `all` those beneath it too. */
  close(modal: ViewLike, all?: boolean): Promise<Reaction>;
  /** The app's Home tab. */
  readonly home: SurfaceView | undefined;
  /** Opens the app's Home tab or its messages. */
  opens(tab: 'home' | 'messages'): void;
  /** Types a slash command, in the direct messages or in `channel`. */
  command(command: string, text?: string, where?: { readonly channel?: string }): Promise<Reaction>;
  /** Picks a global shortcut by its callback id. */
  shortcut(callbackId: string): Promise<Reaction>;
  setLocale(locale: string): void;
  /** Leaves the workspace: `user_disabled` from now on. */
  leaves(): void;
};

export function createPerson(core: Core, user: UserRecord): Person {
  const { world } = core;
  const held = createHeld();
  const surfaces = createSurfaces(core, user, held);
  const channelAt = (id: string): ChannelRecord => {
    const channel = world.channel(id);
    if (!channel.members.has(user.id)) throw new CannotDo(`${user.realName} is not in that channel.`);
    return channel;
  };
  const seen = ({ ts, channelId }: MessageLike): [ChannelRecord, MessageRecord] => {
    const channel = channelAt(channelId);
    const message = world.seenBy(user.id, channel).find((candidate) => candidate.ts === ts);
    if (!message) throw new CannotDo(`${user.realName} does not see message ${ts}.`);
    return [channel, message];
  };
  const own = (like: MessageLike): [ChannelRecord, MessageRecord] => {
    const found = seen(like);
    if (found[1].userId !== user.id) throw new CannotDo('That is somebody else\u2019s message.');
    return found;
  };
  const interact = (payload: ReturnType<typeof globalShortcut>) =>
    reactionTo(core, core.deliver({ kind: 'interactive', acceptsPayload: false, payload }));

  return {
    id: user.id,
    name: user.realName,
    teamId: user.teamId,
    dm: createPlace(core, user, () => directChannel(core, user)),
    in: (channel) => createPlace(core, user, () => channelAt(channel)),
    edit(like, text) {
      const [channel, message] = own(like);
      editMessage(core, channel, message, {
        text: stored(text),
        blocks: [richText(text, core.ids.next('b'))],
      });
    },
    delete(like) {
      deleteMessage(core, ...own(like));
    },
    click(on, actionId) {
      if ('id' in on) return surfaces.click(on.id, actionId);
      const where = seen(on);
      const acted = elementCalled(where[1].blocks, actionId);
      return interact(messageAction(core, user, where, acted, pressed(acted), held));
    },
    choose(on, actionId, ...values) {
      if ('id' in on) return surfaces.choose(on.id, actionId, values);
      const where = seen(on);
      const acted = elementCalled(where[1].blocks, actionId);
      const { block, element } = acted;
      const state = holdsSomething(element) ? filledIn(element, values) : chosen(element, values);
      held.set(on.ts, block, element, state);
      return interact(messageAction(core, user, where, acted, state, held));
    },
    get modal() {
      return surfaces.modal;
    },
    get modals() {
      return surfaces.modals;
    },
    submit: ({ id }, values = {}) => surfaces.submit(id, values),
    close: ({ id }, all = false) => surfaces.close(id, all),
    get home() {
      return surfaces.home;
    },
    opens(tab) {
      const view = core.views.homeOf(user.id);
      announce(core, user.teamId, 'app_home_opened', {
        type: 'app_home_opened',
        user: user.id,
        channel: directChannel(core, user).id,
        tab,
        ...(tab === 'home' && view && { view: viewJson(core, view) }),
        event_ts: core.ids.timestamp(),
      });
    },
    async command(command, text = '', where = {}) {
      if (!core.commands.has(command)) throw new CannotDo(`${command} is not a command of the app.`);
      if (!world.team(user.teamId).scopes.has('commands'))
        throw new CannotDo('The app has no commands here.');
      const channel = where.channel === undefined ? directChannel(core, user) : channelAt(where.channel);
      const payload = slashCommand(core, user, channel, command, stored(text));
      const delivery = core.deliver({ kind: 'slash_commands', acceptsPayload: true, payload });
      const reaction = await reactionTo(core, delivery);
      const answer = delivery.outcome?.type === 'acknowledged' ? delivery.outcome.body : {};
      const occasion = { teamId: user.teamId, userId: user.id, channelId: channel.id };
      return isShown(core, occasion, answer) ? reaction : 'failed';
    },
    async shortcut(callbackId) {
      if (!core.shortcuts.has(callbackId)) throw new CannotDo(`The app has no shortcut ${callbackId}.`);
      return interact(globalShortcut(core, user, callbackId));
    },
    setLocale: (locale) => {
      user.locale = locale;
    },
    leaves() {
      user.deleted = true;
    },
  };
}
