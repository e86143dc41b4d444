import type { Choice, Form } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** Forms that came too late to be opened wait behind a button: Discord opens one only as the first answer, within seconds. */
export type OfferedForms = {
  /** A button that opens the form. */
  offer(form: Form, label: string): Choice;
  /** `undefined`: no such button. `null`: one that this process has forgotten. */
  find(customId: string): Form | null | undefined;
};

const PREFIX = 'discord-form:';

export function createOfferedForms(newId: () => string): OfferedForms {
  const forms = createRecentMap<string, Form>(DISCORD_LIMITS.rememberedForms);
  return {
    offer(form, label) {
      const id = PREFIX + newId();
      forms.set(id, form);
      return { id, label, style: 'primary' };
    },
    find: (customId) => (customId.startsWith(PREFIX) ? (forms.get(customId) ?? null) : undefined),
  };
}
