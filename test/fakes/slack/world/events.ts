import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import type { ChannelRecord } from './records.ts';

/** The scope without which an event is not sent (docs.slack.dev/reference/events, each event's page). */
const NEEDS: Readonly<Record<string, string>> = {
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  app_mention: 'app_mentions:read',
};

/**
 * Sends an event, if the app has subscribed to it, may hear it, and its bot is where it happens.
 * @param event as it is called in the manifest, such as `message.im`.
 */
export function announce(
  core: Core,
  teamId: string,
  event: string,
  payload: Json,
  channel?: ChannelRecord,
): void {
  const team = core.world.team(teamId);
  const scope = NEEDS[event];
  const hears =
    core.subscriptions.has(event) &&
    (scope === undefined || team.scopes.has(scope)) &&
    (channel === undefined || channel.members.has(team.bot.userId)) &&
    (team.tokenState === 'active' || event === 'app_uninstalled' || event === 'tokens_revoked');
  if (!hears) return;
  core.deliver({
    kind: 'events_api',
    payload: envelope(core, teamId, payload, channel),
    acceptsPayload: false,
  });
}

/** docs.slack.dev/apis/events-api, Event payloads: the outer event. */
function envelope(core: Core, teamId: string, event: Json, channel?: ChannelRecord): Json {
  const { bot } = core.world.team(teamId);
  return {
    token: core.verificationToken,
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: core.appId,
    event,
    type: 'event_callback',
    event_id: core.ids.next('Ev'),
    event_time: Math.floor(core.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    ...(channel && { event_context: `4-${Buffer.from(`${teamId}${channel.id}`).toString('base64url')}` }),
  };
}
