import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { splitText } from '../../src/chat/text.ts';
import { codeOf, isMalformed, isThreadGone } from './errors.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Label, MessageContent, SlackApi } from './slack-api.ts';

/** A place for messages that stay. */
export type Place = { readonly channelId: string; readonly threadTs: string | null };

/** Posts one part of a message. @returns the timestamps of what it became: one, or several where it had to be plain text */
export async function post(
  api: SlackApi,
  place: Place,
  content: MessageContent,
  label: Label,
  logger: AdapterLogger,
): Promise<readonly string[]> {
  try {
    return [await api.postMessage(place.channelId, place.threadTs, content, label)];
  } catch (error) {
    // The thread was deleted meanwhile; the message is due all the same.
    if (isThreadGone(error) && place.threadTs !== null)
      return post(api, { ...place, threadTs: null }, content, label, logger);
    if (!isMalformed(error) || content.blocks.length === 0) throw error;
    report(error, logger);
    const timestamps: string[] = [];
    for (const [index, piece] of plainParts(content).entries()) {
      const own = { ...label, part: `${label.part}.${index}` };
      timestamps.push(await api.postMessage(place.channelId, place.threadTs, piece, own));
    }
    return timestamps;
  }
}

/** Replaces what a message says. */
export async function update(
  api: SlackApi,
  channelId: string,
  ts: string,
  content: MessageContent,
  label: Label,
  logger: AdapterLogger,
): Promise<void> {
  try {
    await api.updateMessage(channelId, ts, content, label);
  } catch (error) {
    if (!isMalformed(error) || content.blocks.length === 0) throw error;
    report(error, logger);
    await api.updateMessage(channelId, ts, { ...content, blocks: [] }, label);
  }
}

/** Blocks that Slack does not take are a fault of this program; what they say is shown without them. */
function report(error: unknown, logger: AdapterLogger): void {
  logger.error({ code: codeOf(error) }, 'Slack refused how a message is made; it is shown as plain text.');
}

function plainParts({ text }: MessageContent): readonly MessageContent[] {
  return splitText(text, SLACK_LIMITS.blockCharacters).map((part) => ({ text: part, blocks: [] }));
}
