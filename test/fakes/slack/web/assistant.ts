import { Refusal, refuseFor } from '../refusal.ts';
import { json, required, text, timestamp } from './arguments.ts';
import { channelFor } from './lookups.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/assistant.threads.setStatus: at most 10 messages. */
const MAX_MESSAGES = 10;

const setStatus = defineMethod('assistant.threads.setStatus', {
  tier: null,
  scopes: ['chat:write'],
  takes: {
    channel_id: required(text),
    thread_ts: required(timestamp),
    status: { ...text, isRequired: false },
    loading_messages: json,
  },
  handle({ channel_id: id, thread_ts: threadTs, status, loading_messages: messages }, caller) {
    if (status === undefined) {
      refuseFor('invalid_arguments', [{ message: 'missing required field: status', pointer: '' }]);
    }
    const channel = channelFor(caller, id);
    if (!channel.members.has(caller.team.bot.userId)) throw new Refusal('channel_not_found');
    const message = channel.messages.get(threadTs);
    if (!message || message.ephemeralFor !== undefined) throw new Refusal('invalid_thread_ts');
    caller.core.statuses.set({
      channelId: channel.id,
      threadTs: message.threadTs ?? message.ts,
      status: status ?? '',
      loadingMessages: readMessages(messages),
    });
    caller.core.changed();
    return {};
  },
});

function readMessages(given: unknown): readonly string[] {
  if (given === undefined) return [];
  const pointer = '/loading_messages';
  if (
    !Array.isArray(given) ||
    given.some((message) => typeof message !== 'string' || message.trim() === '')
  ) {
    refuseFor('invalid_arguments', [{ message: 'must provide an array of strings', pointer }]);
  }
  const messages = given as readonly string[];
  if (messages.length > MAX_MESSAGES) {
    refuseFor('invalid_arguments', [{ message: `no more than ${MAX_MESSAGES} items allowed`, pointer }]);
  }
  return messages;
}

export const assistantMethods: readonly Method[] = [setStatus];
