import { webApi } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { fallback } from './fallback.ts';
import { SLACK_LIMITS } from './limits.ts';
import { createWebClient } from './web-client.ts';

/** One message on Slack. `text` says the same as the blocks, for notifications and screen readers. */
export type MessageContent = { readonly text: string; readonly blocks: readonly KnownBlock[] };

/** Which part of which message something is, kept with it on Slack, so that it can be found again. */
export type Label = { readonly job: string; readonly part: string };

export type Found = {
  readonly ts: string;
  readonly label: Label | null;
  readonly fileNames: readonly string[];
};

const EVENT_TYPE = 'chat_your_interview';

type Options = {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly logger: AdapterLogger;
};

/** The requests that the adapter makes in one workspace, each in one place. */
export type SlackApi = ReturnType<typeof createSlackApi>;

export function createSlackApi({ token, apiUrl, pause, logger }: Options) {
  const client = createWebClient({ token, apiUrl, logger });

  /** Waits as long as Slack says, within bounds: a job is there to try again later. Such a request was not carried out. */
  async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
        const waitMs = error.retryAfter * 1_000;
        if (waits >= SLACK_LIMITS.rateLimitWaits || waitMs > SLACK_LIMITS.longestRateLimitWaitMs) throw error;
        await pause(waitMs);
      }
    }
  }

  const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;
  const labelled = (label: Label) => ({
    metadata: { event_type: EVENT_TYPE, event_payload: { ...label } },
  });

  return {
    token,
    /** @returns the message's timestamp, by which it is known */
    async postMessage(
      channel: string,
      threadTs: string | null,
      content: MessageContent,
      label: Label,
    ): Promise<string> {
      const { ts } = await patiently(() =>
        client.chat.postMessage({
          channel,
          ...(threadTs !== null && { thread_ts: threadTs }),
          text: fallback(content.text),
          blocks: [...content.blocks],
          ...labelled(label),
          ...quiet,
        }),
      );
      if (ts === undefined) throw new Error('Slack does not say which message it has posted.');
      return ts;
    },
    async postEphemeral(
      channel: string,
      threadTs: string | null,
      user: string,
      content: MessageContent,
    ): Promise<void> {
      await patiently(() =>
        client.chat.postEphemeral({
          channel,
          user,
          ...(threadTs !== null && { thread_ts: threadTs }),
          text: fallback(content.text),
          blocks: [...content.blocks],
          parse: 'none',
          link_names: false,
        }),
      );
    },
    async updateMessage(channel: string, ts: string, content: MessageContent, label: Label): Promise<void> {
      await patiently(() =>
        client.chat.update({
          channel,
          ts,
          text: fallback(content.text),
          blocks: [...content.blocks],
          parse: 'none',
          link_names: false,
          ...labelled(label),
        }),
      );
    },
    async deleteMessage(channel: string, ts: string): Promise<void> {
      await patiently(() => client.chat.delete({ channel, ts }));
    },
    /** The bot's direct messages with somebody. */
    async openDirect(user: string): Promise<string> {
      const { channel } = await patiently(() => client.conversations.open({ users: user }));
      if (channel?.id === undefined) throw new Error('Slack does not say where the direct messages are.');
      return channel.id;
    },
    /** The newest messages of a channel, or of a thread in it. */
    async readMessages(channel: string, threadTs: string | null): Promise<readonly Found[]> {
      const found: Found[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < SLACK_LIMITS.lookupPages; page += 1) {
        const window = {
          channel,
          limit: SLACK_LIMITS.lookupMessages,
          include_all_metadata: true,
          ...(cursor !== undefined && { cursor }),
        };
        const { messages = [], response_metadata: more } = await patiently(() =>
          threadTs === null
            ? client.conversations.history(window)
            : client.conversations.replies({ ...window, ts: threadTs }),
        );
        found.push(...messages.map(toFound));
        cursor = more?.next_cursor || undefined;
        // History begins with the newest, a thread with the oldest.
        if (threadTs === null || cursor === undefined) break;
      }
      return found;
    },
    async latestMessage(channel: string): Promise<string | null> {
      const { messages = [] } = await patiently(() => client.conversations.history({ channel, limit: 1 }));
      return messages[0]?.ts ?? null;
    },
    async userInfo(user: string) {
      const { user: found } = await client.users.info({ user, include_locale: true });
      return found;
    },
    async fileInfo(file: string) {
      return (await patiently(() => client.files.info({ file }))).file;
    },
    async openView(triggerId: string, view: ModalView): Promise<void> {
      await client.views.open({ trigger_id: triggerId, view });
    },
    async publishHome(user: string, blocks: readonly KnownBlock[]): Promise<void> {
      await patiently(() =>
        client.views.publish({ user_id: user, view: { type: 'home', blocks: [...blocks] } }),
      );
    },
    async setStatus(
      channel: string,
      threadTs: string,
      status: string,
      loading: readonly string[],
    ): Promise<void> {
      await client.assistant.threads.setStatus({
        channel_id: channel,
        thread_ts: threadTs,
        status,
        ...(loading.length > 0 && { loading_messages: [...loading] }),
      });
    },
    /** Where a file of so many bytes may be put, and under which id it is then shared. */
    async uploadAddress(filename: string, length: number, alt: string): Promise<{ url: string; id: string }> {
      const answer: webApi.FilesGetUploadURLExternalResponse = await patiently(() =>
        // By its name, as the library calls the description otherwise than Slack does.
        client.apiCall('files.getUploadURLExternal', { filename, length, alt_txt: alt }),
      );
      const { upload_url: url, file_id: id } = answer;
      if (url === undefined || id === undefined) throw new Error('Slack does not say where to put the file.');
      return { url, id };
    },
    async shareFiles(
      channel: string,
      threadTs: string | null,
      files: readonly { readonly id: string; readonly title: string }[],
    ): Promise<void> {
      const [first, ...others] = files.map((file) => ({ ...file }));
      if (!first) return;
      await patiently(() =>
        client.files.completeUploadExternal({
          files: [first, ...others],
          channel_id: channel,
          ...(threadTs !== null && { thread_ts: threadTs }),
        }),
      );
    },
  };
}

type ReadMessage = {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown };
  readonly files?: readonly { readonly name?: string | null }[];
};

function toFound({ ts = '', metadata, files = [] }: ReadMessage): Found {
  const { job, part } = Object(metadata?.event_payload) as Record<string, unknown>;
  const isOurs = metadata?.event_type === EVENT_TYPE && typeof job === 'string' && typeof part === 'string';
  return {
    ts,
    label: isOurs ? { job, part } : null,
    fileNames: files.flatMap(({ name }) => name ?? []),
  };
}
