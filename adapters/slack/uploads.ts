import type { OutgoingFile } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Place } from './posting.ts';
import type { SlackApi } from './slack-api.ts';

/** Without what a path or a header could be made of. */
export function fileName({ name }: OutgoingFile): string {
  return safeLine(name, 100).replace(/[\\/:*?"<>|\s]+/g, '-');
}

/** Uploads files and shares them in one message (docs.slack.dev/messaging/working-with-files, Uploading files). */
export async function shareFiles(api: SlackApi, place: Place, files: readonly OutgoingFile[]): Promise<void> {
  const uploaded: { id: string; title: string }[] = [];
  for (const file of files) {
    const name = fileName(file);
    const bytes = Buffer.from(file.content, 'utf8');
    const alt = safeLine(file.alt, SLACK_LIMITS.altCharacters);
    const { url, id } = await api.uploadAddress(name, bytes.length, alt);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
      signal: AbortSignal.timeout(SLACK_LIMITS.requestTimeoutMs),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`Slack answers ${response.status} to an upload.`);
    uploaded.push({ id, title: safeLine(file.alt, SLACK_LIMITS.fileTitleCharacters) });
  }
  await api.shareFiles(place.channelId, place.threadTs, uploaded);
}
