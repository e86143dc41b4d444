import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { SentRef } from '../../src/chat/message.ts';
import type { Earlier } from './earlier.ts';
import { isClosedToBot, isUneditable } from './errors.ts';
import { type Place, post, update } from './posting.ts';
import type { Origin } from './reply-token.ts';
import type { Respond } from './respond.ts';
import { parseSentRef } from './sent-ref.ts';
import type { MessageContent, SlackApi } from './slack-api.ts';

/** What of a message is out: an attempt that follows a failure goes on where that stopped. */
export type Progress = { channelId: string | null; timestamps: string[]; parts: number };

/** One message on its way to one person. */
export type Task = {
  readonly api: SlackApi;
  readonly userId: string;
  /** Where it goes by rights: the bot's direct messages with them. */
  readonly direct: Place;
  readonly job: string;
  readonly parts: readonly MessageContent[];
  readonly earlier: Earlier;
  readonly progress: Progress;
  readonly logger: AdapterLogger;
  /** Called after each part that stays. */
  readonly shown: (place: Place, ts: string) => void;
};

/** Whether it worked; `false` for a refusal that `isExpected`, anything else is thrown. */
async function worked(work: Promise<unknown>, isExpected: (error: unknown) => boolean): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (!isExpected(error)) throw error;
    return false;
  }
}

/** For the eyes of the one who acted. @returns false when it cannot be shown there */
export async function hide(task: Task, origin: Origin, respond: Respond): Promise<boolean> {
  const { api, userId, parts, progress } = task;
  const { channelId, threadTs } = origin;
  for (const part of parts.slice(progress.parts)) {
    const isShown =
      (await respond(origin, part)) ||
      (channelId !== null &&
        (await worked(api.postEphemeral(channelId, threadTs, userId, part), isClosedToBot)));
    if (!isShown) return false;
    progress.parts += 1;
  }
  return true;
}

/** As messages that stay. */
export async function postAll(task: Task, place: Place): Promise<void> {
  const { parts, progress } = task;
  for (const [index, part] of [...parts.entries()].slice(progress.parts)) {
    const timestamps = await postOnce(task, place, part, index);
    // Parts that went another way before cannot be edited together with these.
    if (progress.channelId !== place.channelId) progress.timestamps = [];
    progress.channelId = place.channelId;
    progress.timestamps.push(...timestamps);
    progress.parts += 1;
    const ts = timestamps.at(-1);
    if (ts !== undefined) task.shown(place, ts);
  }
}

function postOnce(
  { api, job, earlier, logger }: Task,
  place: Place,
  part: MessageContent,
  index: number,
): Promise<readonly string[]> {
  const known = earlier.timestampsOf(index);
  return known.length > 0
    ? Promise.resolve(known)
    : post(api, place, part, { job, part: String(index) }, logger);
}

/** In place of what was sent before. @returns false when that can no longer be edited */
export async function replace(task: Task, replaces: SentRef): Promise<boolean> {
  const { api, job, parts, direct, progress, logger } = task;
  const old = parseSentRef(replaces);
  if (!old) return false;
  const { channelId, timestamps } = old;
  const place = channelId === direct.channelId ? direct : { channelId, threadTs: null };
  const now: string[] = [];
  for (const [index, part] of parts.entries()) {
    const ts = timestamps[index];
    const label = { job, part: String(index) };
    const isEdited =
      ts !== undefined && (await worked(update(api, channelId, ts, part, label, logger), isUneditable));
    if (!isEdited && index === 0) return false;
    now.push(...(isEdited ? [ts] : await postOnce(task, place, part, index)));
  }
  for (const left of timestamps.slice(parts.length)) {
    await worked(api.deleteMessage(channelId, left), isUneditable);
  }
  Object.assign(progress, { channelId, timestamps: now, parts: parts.length });
  return true;
}
