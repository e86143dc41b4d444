import { secret } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: up to 5 times within 30 minutes. */
const USES = 5;
const LIFE_MS = 30 * 60_000;

/** Where an interaction happened, for what is answered by its `response_url`. */
export type Occasion = {
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The message that was acted on. */
  readonly messageTs?: string;
};

export type ResponseUrls = {
  create(occasion: Occasion): string;
  /** @throws Refusal expired_url, used_url: also when there is no such one. */
  use(path: string): Occasion;
};

export function createResponseUrls(now: () => number, origin: () => string): ResponseUrls {
  const known = new Map<string, Occasion & { readonly expiresAt: number; left: number }>();
  return {
    create(occasion) {
      const path = `/response/${occasion.teamId}/${known.size + 1}/${secret(12)}`;
      known.set(path, { ...occasion, expiresAt: now() + LIFE_MS, left: USES });
      return `${origin()}${path}`;
    },
    use(path) {
      const entry = known.get(path);
      if (!entry || now() >= entry.expiresAt) throw new Refusal('expired_url');
      if (entry.left <= 0) throw new Refusal('used_url');
      entry.left -= 1;
      return entry;
    },
  };
}
