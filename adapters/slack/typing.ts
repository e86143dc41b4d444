import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { ConversationId, Locale } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { userOfConversation } from './conversation-id.ts';
import { codeOf } from './errors.ts';
import { SLACK_LIMITS } from './limits.ts';
import { toParts } from './outgoing.ts';
import type { SlackApi } from './slack-api.ts';
import type { LatestMessage, Whereabouts } from './whereabouts.ts';
import type { SlackWords } from './words.ts';
import type { Workspaces } from './workspaces.ts';

type Parts = {
  readonly workspaces: Workspaces;
  readonly whereabouts: Whereabouts;
  readonly words: Readonly<Record<Locale, SlackWords>>;
  readonly defaultLocale: Locale;
  readonly now: () => number;
  readonly logger: AdapterLogger;
};

/** Slack's status below a conversation, for as long as anything there needs it. */
export type Typing = {
  /** Until the returned function is called; calls may overlap. Waits for nothing. */
  show(to: ConversationId): () => void;
  /** A message has ended Slack's status: where work goes on, it is shown again at once. */
  renew(to: ConversationId): void;
};

/** A status that is shown, or the message that stands in for it. */
type Shown = {
  works: number;
  readonly renewal: NodeJS.Timeout;
  readonly longWait: NodeJS.Timeout;
  /** Where it was set, so that it is cleared there. */
  at: LatestMessage | null;
  standIn: { readonly channelId: string; readonly ts: string } | null;
  /** One request after another, or one that sets it could arrive after the one that clears it. */
  tail: Promise<void>;
};

/** For how long a workspace that refused the status is not asked again. */
const REFUSED_MS = 60 * 60_000;
const CLEAR_ATTEMPTS = 3;

export function createTyping({ workspaces, whereabouts, words, defaultLocale, now, logger }: Parts): Typing {
  const conversations = new Map<ConversationId, Shown>();
  const refusedAt = createRecentMap<string, number>(SLACK_LIMITS.rememberedAnswers);
  const wordsFor = (to: ConversationId) => words[whereabouts.localeOf(to) ?? defaultLocale];
  const isRefused = (teamId: string) => now() - (refusedAt.get(teamId) ?? -REFUSED_MS) < REFUSED_MS;

  /** The work itself goes on, whatever becomes of its indicator. */
  function inTurn(shown: Shown, work: () => Promise<void>): void {
    shown.tail = shown.tail
      .then(work)
      .catch((error: unknown) => logger.debug({ error }, 'The status could not be shown.'));
  }

  async function set(to: ConversationId, shown: Shown): Promise<void> {
    const { teamId } = userOfConversation(to);
    if (shown.works === 0 || isRefused(teamId)) return;
    const api = await workspaces.apiOf(teamId);
    const at = whereabouts.latest(to) ?? (await findLatest(to, api));
    if (!at) return;
    shown.at = at;
    const { status, loading } = wordsFor(to);
    await api
      .setStatus(at.channelId, at.threadTs ?? at.ts, status, loading.slice(0, SLACK_LIMITS.loadingMessages))
      .catch((error: unknown) => {
        if (codeOf(error) === null) throw error;
        shown.at = null;
        refusedAt.set(teamId, now());
        logger.info({ code: codeOf(error) }, 'Slack shows no status here; long waits are told by a message.');
      });
  }

  /** Below which message, when this process has not seen any. */
  async function findLatest(to: ConversationId, api: SlackApi): Promise<LatestMessage | null> {
    const channelId = await workspaces.directOf(userOfConversation(to));
    const ts = await api.latestMessage(channelId);
    return ts === null ? null : { channelId, ts, threadTs: null };
  }

  async function clear(to: ConversationId, shown: Shown): Promise<void> {
    const { at, standIn } = shown;
    const api = await workspaces.apiOf(userOfConversation(to).teamId);
    if (standIn) await api.deleteMessage(standIn.channelId, standIn.ts);
    for (let attempt = 1; at; attempt += 1) {
      try {
        return await api.setStatus(at.channelId, at.threadTs ?? at.ts, '', []);
      } catch (error) {
        if (codeOf(error) !== null || attempt === CLEAR_ATTEMPTS) throw error;
      }
    }
  }

  /** Where Slack shows no status, a wait that grows long is told by a message, which goes when the wait is over. */
  async function standIn(to: ConversationId, shown: Shown): Promise<void> {
    if (shown.works === 0 || shown.at || shown.standIn) return;
    const user = userOfConversation(to);
    const api = await workspaces.apiOf(user.teamId);
    const channelId = await workspaces.directOf(user);
    const [content] = toParts({ text: `_${wordsFor(to).stillWorking}_` }, words, defaultLocale);
    const threadTs = whereabouts.latest(to)?.threadTs ?? null;
    if (!content) return;
    const ts = await api.postMessage(channelId, threadTs, content, { job: 'status', part: '0' });
    shown.standIn = { channelId, ts };
  }

  function begin(to: ConversationId): Shown {
    const shown: Shown = {
      works: 0,
      renewal: setInterval(() => inTurn(shown, () => set(to, shown)), SLACK_LIMITS.statusRenewMs).unref(),
      longWait: setTimeout(() => inTurn(shown, () => standIn(to, shown)), SLACK_LIMITS.longWaitMs).unref(),
      at: null,
      standIn: null,
      tail: Promise.resolve(),
    };
    conversations.set(to, shown);
    return shown;
  }

  function end(to: ConversationId, shown: Shown): void {
    clearInterval(shown.renewal);
    clearTimeout(shown.longWait);
    conversations.delete(to);
    inTurn(shown, () => clear(to, shown));
  }

  return {
    show(to) {
      const shown = conversations.get(to) ?? begin(to);
      shown.works += 1;
      if (shown.works === 1) inTurn(shown, () => set(to, shown));
      let stopped = false;
      return () => {
        if (stopped) return;
        stopped = true;
        shown.works -= 1;
        if (shown.works === 0) end(to, shown);
      };
    },
    renew(to) {
      const shown = conversations.get(to);
      if (shown) inTurn(shown, () => set(to, shown));
    },
  };
}
