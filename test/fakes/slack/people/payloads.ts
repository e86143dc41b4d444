import { type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../world/records.ts';
import { messageJson } from '../world/serialise.ts';
import { type ViewRecord, viewJson } from '../world/views.ts';
import { type Acted, actionJson } from './acting.ts';
import { stateValues } from './fields.ts';

/** docs.slack.dev/reference/interaction-payloads: what all of them have. */
export function payload(core: Core, user: UserRecord, type: string, more: Json): Json {
  const team = core.world.team(user.teamId);
  return {
    type,
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: core.appId,
    token: core.verificationToken,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: core.triggers.create(user.id, team.id),
    ...more,
  };
}

/** What somebody has filled in or chosen so far, in a message or view, by block and action. */
export type Held = {
  get(surface: string, block: Json, element: Json): Json | undefined;
  set(surface: string, block: Json, element: Json, state: Json): void;
};

export function createHeld(): Held {
  const held = new Map<string, Json>();
  const key = (surface: string, block: Json, element: Json) =>
    [surface, block['block_id'], element['action_id']].join(' ');
  return {
    get: (surface, block, element) => held.get(key(surface, block, element)),
    set: (surface, block, element, state) => void held.set(key(surface, block, element), state),
  };
}

function channelName({ kind, name }: ChannelRecord): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'group' ? 'privategroup' : name;
}

/** …/block_actions-payload, in a message. Of an ephemeral message Slack does not send the content. */
export function messageAction(
  core: Core,
  user: UserRecord,
  [channel, message]: readonly [ChannelRecord, MessageRecord],
  acted: Acted,
  detail: Json,
  held: Held,
): Json {
  const isEphemeral = message.ephemeralFor !== undefined;
  const occasion = { teamId: user.teamId, userId: user.id, channelId: channel.id, messageTs: message.ts };
  return payload(core, user, 'block_actions', {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(!isEphemeral && { message: messageJson(core, message) }),
    state: { values: stateValues(message.blocks, (block, element) => held.get(message.ts, block, element)) },
    response_url: core.responseUrls.create(occasion),
    actions: [actionJson(acted, core.ids.timestamp(), detail)],
  });
}

/** …/block_actions-payload, in a modal or on a Home tab: neither channel nor response_url. */
export function viewAction(
  core: Core,
  user: UserRecord,
  view: ViewRecord,
  acted: Acted,
  detail: Json,
  held: Held,
): Json {
  const blocks = objectsOf(view.content['blocks']);
  const values = stateValues(blocks, (block, element) => held.get(view.id, block, element));
  return payload(core, user, 'block_actions', {
    container: { type: 'view', view_id: view.id },
    view: viewJson(core, view, values),
    actions: [actionJson(acted, core.ids.timestamp(), detail)],
  });
}

/** …/view-interactions-payload, view_submission. */
export function submission(core: Core, user: UserRecord, view: ViewRecord, values: Json): Json {
  return payload(core, user, 'view_submission', { view: viewJson(core, view, values), response_urls: [] });
}

/** …/view-interactions-payload, view_closed: no trigger. */
export function closing(core: Core, user: UserRecord, view: ViewRecord, isCleared: boolean): Json {
  const { trigger_id: _, ...rest } = payload(core, user, 'view_closed', {
    view: viewJson(core, view),
    is_cleared: isCleared,
  });
  return rest;
}

/** …/shortcuts-interaction-payload, a global one. */
export function globalShortcut(core: Core, user: UserRecord, callbackId: string): Json {
  return payload(core, user, 'shortcut', { callback_id: callbackId, action_ts: core.ids.timestamp() });
}

/** docs.slack.dev/interactivity/implementing-slash-commands, Preparing your app to receive commands. */
export function slashCommand(
  core: Core,
  user: UserRecord,
  channel: ChannelRecord,
  command: string,
  text: string,
): Json {
  const team = core.world.team(user.teamId);
  return {
    token: core.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text: textOf(text),
    api_app_id: core.appId,
    is_enterprise_install: 'false',
    response_url: core.responseUrls.create({ teamId: team.id, userId: user.id, channelId: channel.id }),
    trigger_id: core.triggers.create(user.id, team.id),
  };
}
