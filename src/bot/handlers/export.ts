import type { QuotaRule } from '../../accounts/quota.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { textsOf } from '../../locales/index.ts';
import { exportOf } from '../../privacy/export-document.ts';
import { filesOf } from '../../privacy/export-files.ts';
import type { PersonalData } from '../../store/store.ts';
import { usualQuotaOf } from '../quota.ts';
import { deliver } from './deliver.ts';
import type { HandlerParts } from './handlers.ts';
import { notHere } from './not-here.ts';
import { specOf } from './spec-of.ts';

/** Below what any platform takes in one file (10 MiB on Discord). */
const FILE_BYTES = 8_000_000;

/**
 * Sends somebody all that is stored about them. It is read when it is sent, and no copy of it is stored. An account that has
 * been erased meanwhile has nothing to send.
 */
export function createExportHandler({ store, adapterOf, settings, now }: HandlerParts): JobHandler {
  return async (job) => {
    const { conversation, accountId, replyToken } = specOf(job, 'export');
    const adapter = adapterOf(conversation);
    if (!adapter) return notHere(job, now());
    const data = await store.readPersonalData(accountId);
    if (!data) return { type: 'done' };
    for (const [index, message] of messagesOf(data, usualQuotaOf(settings.current()), now()).entries()) {
      await deliver(adapter, conversation, message, {
        idempotencyKey: `${job.id}:${index}`,
        attempt: job.attempt,
        ...(replyToken && index === 0 && { replyToken }),
      });
    }
    return { type: 'done' };
  };
}

/** One message a file, the first with what there is to say. */
function messagesOf(data: PersonalData, rule: QuotaRule, now: number): readonly Outgoing[] {
  const { locale } = data.account;
  const { yourData } = textsOf(locale);
  const files = filesOf(exportOf(data, rule, now), FILE_BYTES);
  return files.map((file, index) => ({
    ...(index === 0 && { text: yourData.here(files.length) }),
    files: [{ ...file, alt: yourData.fileAlt }],
    locale,
  }));
}
