import { secret } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: a trigger expires in 3 seconds and opens one thing. */
const TRIGGER_LIFE_MS = 3_000;

type Trigger = {
  readonly userId: string;
  readonly teamId: string;
  readonly expiresAt: number;
  used: boolean;
};

export type Triggers = {
  create(userId: string, teamId: string): string;
  /** @throws Refusal invalid_trigger_id, expired_trigger_id, exchanged_trigger_id */
  exchange(id: string, teamId: string): { readonly userId: string };
};

export function createTriggers(now: () => number): Triggers {
  const triggers = new Map<string, Trigger>();
  return {
    create(userId, teamId) {
      const id = `${triggers.size + 1000}.${now()}.${secret()}`;
      triggers.set(id, { userId, teamId, expiresAt: now() + TRIGGER_LIFE_MS, used: false });
      return id;
    },
    exchange(id, teamId) {
      const trigger = triggers.get(id);
      if (trigger?.teamId !== teamId) throw new Refusal('invalid_trigger_id');
      if (trigger.used) throw new Refusal('exchanged_trigger_id');
      if (now() >= trigger.expiresAt) throw new Refusal('expired_trigger_id');
      trigger.used = true;
      return trigger;
    },
  };
}
