import { CannotDo } from '../../support/cannot.ts';
import type { Json } from '../../support/json.ts';
import { waitFor } from '../../support/wait.ts';
import type { Core } from '../core.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { postAnswer } from '../web/response-url.ts';
import { directChannel } from '../world/channels.ts';
import { deleteMessage, editMessage } from '../world/messages.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../world/records.ts';
import { messageJson } from '../world/serialise.ts';
import { actionJson, chosen, elementCalled, pressed } from './acting.ts';
import { createPlace, type Place } from './place.ts';
import { richText, stored } from './text.ts';

/** Anything that names a message. */
export type MessageLike = { readonly ts: string; readonly channelId: string };

/** What somebody sees of the app's answer in time: nothing, or a sign that it failed. */
export type Reaction = 'acknowledged' | 'failed';

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
  /** Presses a button; resolves once the app has acknowledged or three seconds have passed. */
  click(message: MessageLike, actionId: string): Promise<Reaction>;
  /** Chooses in a menu, by values. */
  choose(message: MessageLike, actionId: string, ...values: readonly string[]): Promise<Reaction>;
  /** Types a slash command, in the direct messages or in `channel`. */
  command(command: string, text?: string, where?: { readonly channel?: string }): Promise<Reaction>;
  setLocale(locale: string): void;
};

export function createPerson(core: Core, user: UserRecord): Person {
  const { world } = core;
  const team = world.team(user.teamId);
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
  const outcomeOf = async (delivery: Delivery): Promise<Reaction> => {
    const outcome = await waitFor(core.changes, () => delivery.outcome, { what: 'the app to acknowledge' });
    return outcome.type === 'acknowledged' ? 'acknowledged' : 'failed';
  };
  const who = { id: user.id, username: user.name, name: user.name, team_id: team.id };
  /** docs.slack.dev/reference/interaction-payloads, what all of them have. */
  const payload = (type: string, more: Json): Json => ({
    type,
    user: who,
    api_app_id: core.appId,
    token: core.verificationToken,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: core.triggers.create(user.id, team.id),
    ...more,
  });
  const act = (like: MessageLike, actionId: string, detail: (element: Json) => Json): Promise<Reaction> => {
    const [channel, message] = seen(like);
    const { block, element } = elementCalled(message.blocks, actionId);
    const isEphemeral = message.ephemeralFor !== undefined;
    const occasion = {
      teamId: team.id,
      userId: user.id,
      channelId: channel.id,
      messageTs: message.ts,
    };
    const actions = [actionJson(block, element, core.ids.timestamp(), detail(element))];
    const delivery = core.deliver({
      kind: 'interactive',
      acceptsPayload: false,
      payload: payload('block_actions', {
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel.id,
          is_ephemeral: isEphemeral,
          ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
        },
        channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
        // Of an ephemeral message Slack does not send the content.
        ...(!isEphemeral && { message: messageJson(core, message) }),
        state: { values: {} },
        response_url: core.responseUrls.create(occasion),
        actions,
      }),
    });
    return outcomeOf(delivery);
  };

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
    click: (like, actionId) => act(like, actionId, pressed),
    choose: (like, actionId, ...values) => act(like, actionId, (element) => chosen(element, values)),
    async command(command, text = '', where = {}) {
      if (!core.commands.has(command)) throw new CannotDo(`${command} is not a command of the app.`);
      if (!team.scopes.has('commands')) throw new CannotDo('The app may have no commands here.');
      const channel = where.channel === undefined ? directChannel(core, user) : channelAt(where.channel);
      const occasion = { teamId: team.id, userId: user.id, channelId: channel.id };
      const delivery = core.deliver({
        kind: 'slash_commands',
        acceptsPayload: true,
        // docs.slack.dev/interactivity/implementing-slash-commands, Preparing your app to receive commands.
        payload: {
          token: core.verificationToken,
          team_id: team.id,
          team_domain: team.domain,
          channel_id: channel.id,
          channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
          user_id: user.id,
          user_name: user.name,
          command,
          text: stored(text),
          api_app_id: core.appId,
          is_enterprise_install: 'false',
          response_url: core.responseUrls.create(occasion),
          trigger_id: core.triggers.create(user.id, team.id),
        },
      });
      const reaction = await outcomeOf(delivery);
      const body = delivery.outcome?.type === 'acknowledged' ? delivery.outcome.body : {};
      if (Object.keys(body).length > 0) postAnswer(core, occasion, body);
      return reaction;
    },
    setLocale: (locale) => {
      user.locale = locale;
    },
  };
}
