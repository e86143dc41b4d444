import type { Delivery } from '../../src/chat/adapter.ts';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { createLanes } from '../../src/chat/lanes.ts';
import type { ConversationId, Locale, Outgoing, SentRef } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { userOfConversation } from './conversation-id.ts';
import { findEarlier, NOTHING_EARLIER } from './earlier.ts';
import { explain, isClosedToBot } from './errors.ts';
import { SLACK_LIMITS } from './limits.ts';
import { toParts } from './outgoing.ts';
import { type Origin, parseReplyToken } from './reply-token.ts';
import type { Respond } from './respond.ts';
import { toHiddenRef, toSentRef } from './sent-ref.ts';
import { hide, type Progress, postAll, replace, type Task } from './showing.ts';
import { fileName, shareFiles } from './uploads.ts';
import { type Way, wayOf } from './way.ts';
import type { Whereabouts } from './whereabouts.ts';
import type { SlackWords } from './words.ts';
import type { Workspaces } from './workspaces.ts';

type Parts = {
  readonly workspaces: Workspaces;
  readonly respond: Respond;
  readonly whereabouts: Whereabouts;
  readonly words: Readonly<Record<Locale, SlackWords>>;
  readonly defaultLocale: Locale;
  /** A message was shown there, which ends Slack's status. */
  readonly shown: (to: ConversationId) => void;
  readonly logger: AdapterLogger;
};

export type Send = (to: ConversationId, message: Outgoing, delivery: Delivery) => Promise<SentRef>;

/** Shows messages: those of a conversation in the order in which they were asked for, and each once. */
export function createSend(parts: Parts): Send {
  const { workspaces, respond, whereabouts, words, defaultLocale, logger } = parts;
  const inLane = createLanes();
  const underWay = createRecentMap<string, Progress>(SLACK_LIMITS.rememberedSends);
  const done = createRecentMap<string, SentRef>(SLACK_LIMITS.rememberedSends);
  const pointedFrom = createRecentMap<string, true>(SLACK_LIMITS.rememberedAnswers);

  /** Says once, where somebody asked in a channel, that the answer is in their direct messages. */
  async function point({ api, job }: Task, origin: Origin, text: string): Promise<void> {
    const where = JSON.stringify(origin);
    const [content] = toParts({ text }, words, defaultLocale);
    if (pointedFrom.get(where) || !content) return;
    pointedFrom.set(where, true);
    const said =
      origin.responseUrl === null
        ? api.postMessage(origin.channelId ?? '', origin.threadTs, content, { job, part: 'pointer' })
        : respond(origin, content);
    // It only helps to find the answer, which is there.
    await said.catch((error: unknown) =>
      logger.debug({ error }, 'A pointer to direct messages was not shown.'),
    );
  }

  async function show(task: Task, way: Way, { files = [], locale }: Outgoing): Promise<void> {
    if (way.type === 'hidden' && (await hide(task, way.origin, respond))) return;
    if (way.type === 'public') {
      try {
        return await postAll(task, way);
      } catch (error) {
        if (!isClosedToBot(error)) throw error;
      }
    }
    await postAll(task, task.direct);
    const missing = files.filter((file) => !task.earlier.hasFile(fileName(file)));
    if (missing.length > 0) await shareFiles(task.api, task.direct, missing);
    const pointer = way.type === 'direct' ? way.pointer : null;
    if (pointer) await point(task, pointer, words[locale ?? defaultLocale].answeredPrivately);
  }

  async function begin(to: ConversationId, message: Outgoing, delivery: Delivery, origin: Origin | null) {
    const { idempotencyKey: job, attempt } = delivery;
    const user = userOfConversation(to);
    const api = await workspaces.apiOf(user.teamId);
    const channelId = await workspaces.directOf(user);
    const isHere = origin?.channelId === channelId;
    const threadTs = isHere ? origin.threadTs : (whereabouts.latest(to)?.threadTs ?? null);
    const direct = { channelId, threadTs };
    const progress = underWay.get(job) ?? { channelId: null, timestamps: [], parts: 0 };
    underWay.set(job, progress);
    const task: Task = {
      api,
      userId: user.userId,
      direct,
      job,
      parts: toParts(message, words, defaultLocale),
      earlier: attempt > 1 ? await findEarlier(api, direct, job, logger) : NOTHING_EARLIER,
      progress,
      logger,
      shown: (place, ts) => {
        if (place.channelId === channelId) whereabouts.moved(to, { ...place, ts });
        parts.shown(to);
      },
    };
    return task;
  }

  async function deliver(to: ConversationId, message: Outgoing, delivery: Delivery): Promise<SentRef> {
    const { idempotencyKey: job, replyToken, replaces } = delivery;
    const known = done.get(job);
    if (known !== undefined) return known;
    if (message.locale) whereabouts.spoke(to, message.locale);
    const origin = replyToken === undefined ? null : parseReplyToken(replyToken);
    const task = await begin(to, message, delivery, origin);
    const isReplaced = replaces !== undefined && task.progress.parts === 0 && (await replace(task, replaces));
    if (!isReplaced) await show(task, wayOf(message, origin, task.direct.channelId), message);
    const ref = refOf(task.progress, job);
    done.set(job, ref);
    underWay.delete(job);
    return ref;
  }

  return (to, message, delivery) =>
    inLane(to, async () => {
      try {
        return await deliver(to, message, delivery);
      } catch (error) {
        throw explain(error);
      }
    });
}

function refOf({ channelId, timestamps }: Progress, job: string): SentRef {
  return channelId === null || timestamps.length === 0
    ? toHiddenRef(job)
    : toSentRef({ channelId, timestamps });
}
