import { UndeliverableError } from '../../chat/adapter.ts';
import type { Locale, PlatformUserId } from '../../chat/message.ts';
import { type JobHandler, PermanentFailure } from '../../jobs/worker.ts';
import { homeView } from '../views/home-view.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';

/** Shows people what there is about them, on platforms that keep a page for each. */
export function createPublishHomeHandler({
  store,
  adapterOf,
  settings: live,
  now,
}: HandlerParts): JobHandler {
  async function publish(user: PlatformUserId, platformLocale: Locale | null): Promise<void> {
    const adapter = adapterOf(user);
    if (!adapter?.publishHome) return;
    const at = now();
    const settings = live.current();
    const loaded = await store.readPerson(user, at);
    const locale = loaded.account?.locale ?? platformLocale ?? settings.defaultLocale;
    await adapter
      .publishHome(user, homeView(locale, { account: loaded.account, loaded, settings, at }))
      .catch((error: unknown) => {
        throw error instanceof UndeliverableError
          ? new PermanentFailure(error.message, { cause: error })
          : error;
      });
  }

  return async (job) => {
    const { whose } = specOf(job, 'publish_home');
    if ('user' in whose) await publish(whose.user, whose.locale);
    else for (const user of await store.readUsers(whose.accountId)) await publish(user, null);
    return { type: 'done' };
  };
}
