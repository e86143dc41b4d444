import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { Form, Incoming, Locale } from '../../src/chat/message.ts';
import { codeOf, isTooLateForForm } from './errors.ts';
import { toModal } from './forms.ts';
import type { Heard } from './heard.ts';
import type { Send } from './sending.ts';
import type { SlackWords } from './words.ts';
import type { Workspaces } from './workspaces.ts';

type Parts = {
  readonly workspaces: Workspaces;
  readonly send: Send;
  readonly words: Readonly<Record<Locale, SlackWords>>;
  readonly defaultLocale: Locale;
  readonly logger: AdapterLogger;
};

/** Opens forms. A trigger is good for three seconds, and what it was for is stored by now: a failure is only told. */
export function createOpenForm({ workspaces, send, words, defaultLocale, logger }: Parts) {
  return async (form: Form, incoming: Incoming, { user, triggerId }: Heard): Promise<void> => {
    if (triggerId === null) return;
    const locale = incoming.from.locale ?? defaultLocale;
    try {
      const api = await workspaces.apiOf(user.teamId);
      await api.openView(triggerId, toModal(form, incoming.replyToken ?? '', words[locale]));
    } catch (error) {
      logger.warn({ code: codeOf(error), late: isTooLateForForm(error) }, 'A form could not be opened.');
      await send(
        incoming.conversation,
        { text: words[locale].formTooLate, locale },
        {
          idempotencyKey: `${incoming.id}:late`,
          attempt: 1,
          ...(incoming.replyToken && { replyToken: incoming.replyToken }),
        },
      ).catch((failure: unknown) => logger.warn({ error: failure }, 'Nor could that be told.'));
    }
  };
}
