import { setTimeout as pause } from 'node:timers/promises';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { createReadAttachment } from './attachments.ts';
import { userOf } from './conversation-id.ts';
import { createDeliveries } from './deliveries.ts';
import { explain } from './errors.ts';
import { createHttpTransport } from './http-transport.ts';
import { SLACK_LIMITS } from './limits.ts';
import { createOpenForm } from './open-form.ts';
import type { SlackOptions } from './options.ts';
import { toHome } from './outgoing.ts';
import { createPeople } from './people.ts';
import { createRespond } from './respond.ts';
import { createSend } from './sending.ts';
import { createSocketTransport } from './socket-transport.ts';
import type { Deliver, Transport } from './transport.ts';
import { createTyping } from './typing.ts';
import { createWhereabouts } from './whereabouts.ts';
import { createWorkspaces } from './workspaces.ts';

export { createOneWorkspace } from './one-workspace.ts';
export type { SlackOptions } from './options.ts';
export type { SlackWords } from './words.ts';

/**
 * Slack as a chat platform: direct messages, commands, buttons, forms, mentions in channels, and a page for each person. What
 * it sends and reads goes by the Web API and works without `start`; only `start` lets events in.
 */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const { apiUrl, installations, words, defaultLocale, now, logger } = options;
  const workspaces = createWorkspaces({ installations, apiUrl, pause, logger });
  const whereabouts = createWhereabouts();
  const shared = { ...options, workspaces, whereabouts };
  const typing = createTyping(shared);
  const send = createSend({ ...shared, respond: createRespond(apiUrl, now), shown: typing.renew });
  const deliveries = createDeliveries({
    ...shared,
    people: createPeople(workspaces, now, logger),
    openForm: createOpenForm({ ...shared, send }),
    heard({ conversation, from, type, ...incoming }, { channelId, threadTs }) {
      if (from.locale && !whereabouts.localeOf(conversation)) whereabouts.spoke(conversation, from.locale);
      if (type !== 'message' || incoming.scope !== 'direct' || channelId === null) return;
      const ts = 'messageId' in incoming ? incoming.messageId.replace(`${channelId}:`, '') : '';
      whereabouts.moved(conversation, { channelId, ts, threadTs });
    },
  });
  const transports = createTransports(options, deliveries.deliver);

  return {
    platform: SLACK_LIMITS.platformName,
    async start(receive) {
      // A token that does not work is told now, not with the first message.
      await installations.list();
      deliveries.open(receive);
      await Promise.all(transports.map((transport) => transport.start()));
    },
    async stop() {
      await deliveries.close();
      await Promise.all(transports.map((transport) => transport.stop()));
    },
    send,
    readAttachment: createReadAttachment(workspaces, apiUrl, logger),
    showTyping: async (to) => typing.show(to),
    isConnected: () => transports.every((transport) => transport.isConnected()),
    async publishHome(user, view) {
      const { teamId, userId } = userOf(user);
      try {
        const api = await workspaces.apiOf(teamId);
        await api.publishHome(userId, toHome(view, words, defaultLocale));
      } catch (error) {
        throw explain(error);
      }
    },
  };
}

function createTransports(
  { appToken, http, apiUrl, onFatal, logger }: SlackOptions,
  deliver: Deliver,
): Transport[] {
  const onRefused = (error: Error) => onFatal?.(error);
  return [
    ...(appToken === undefined
      ? []
      : [createSocketTransport({ appToken, apiUrl, deliver, onRefused, logger })]),
    ...(http === undefined ? [] : [createHttpTransport({ ...http, deliver, logger })]),
  ];
}
