import type { Clock } from '../../support/clock.ts';
import type { Json } from '../../support/json.ts';

/** docs.slack.dev/interactivity/handling-user-interaction and apis/events-api: 3 seconds to acknowledge. */
export const ACK_MS = 3_000;
/** docs.slack.dev/apis/events-api, Retries: nearly at once, after 1 minute, after 5 minutes. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];
const KEPT = 5_000;

export type Outbound = {
  readonly kind: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: Json;
  /** Whether the acknowledgement may carry something: for commands, submissions and options to choose from. */
  readonly acceptsPayload: boolean;
};

/** Why an attempt failed, in the words of X-Slack-Retry-Reason. */
export type FailureReason = 'http_timeout' | 'connection_failed' | 'http_error' | 'too_many_redirects';
export type Outcome =
  | { readonly type: 'acknowledged'; readonly body: Json }
  | { readonly type: 'failed'; readonly reason: FailureReason; readonly noRetry?: boolean };

export type Attempt = Outbound & {
  /** 0 at first. */
  readonly retry: number;
  readonly retryReason?: FailureReason;
};

/** Sends one attempt and calls `settle` once, unless nobody answers. The result stops listening. */
export type Transport = (attempt: Attempt, settle: (outcome: Outcome) => void) => () => void;

/** What became of something that was handed to the app. */
export type Delivery = {
  readonly outbound: Outbound;
  /** How often it was sent, and why each time but the last failed. */
  readonly failures: readonly FailureReason[];
  /** `undefined` while it is under way. */
  readonly outcome: Outcome | undefined;
};

type Open = { readonly outbound: Outbound; readonly failures: FailureReason[]; outcome: Outcome | undefined };

/** Sends with the patience that Slack has: events three times more, everything else once. */
export function createDeliveries(clock: Clock, transport: Transport, changed: () => void) {
  const all: Open[] = [];

  const attempt = (delivery: Open) => {
    const { outbound, failures } = delivery;
    const reason = failures.at(-1);
    let settled = false;
    const settle = (outcome: Outcome) => {
      if (settled) return;
      settled = true;
      cancelDeadline();
      stopListening();
      if (outcome.type === 'acknowledged') return end(delivery, outcome);
      failures.push(outcome.reason);
      const pause =
        outbound.kind === 'events_api' && !outcome.noRetry ? RETRY_AFTER_MS[failures.length - 1] : undefined;
      if (pause === undefined) return end(delivery, outcome);
      if (pause === 0) setImmediate(attempt, delivery);
      else clock.after(pause, () => attempt(delivery));
      changed();
    };
    const cancelDeadline = clock.after(ACK_MS, () => settle({ type: 'failed', reason: 'http_timeout' }));
    const stopListening = transport(
      { ...outbound, retry: failures.length, ...(reason !== undefined && { retryReason: reason }) },
      (outcome) => queueMicrotask(() => settle(outcome)),
    );
  };
  const end = (delivery: Open, outcome: Outcome) => {
    delivery.outcome = outcome;
    changed();
  };

  return {
    all: all as readonly Delivery[],
    deliver(outbound: Outbound): Delivery {
      const delivery: Open = { outbound, failures: [], outcome: undefined };
      all.push(delivery);
      if (all.length > KEPT) all.shift();
      attempt(delivery);
      return delivery;
    },
  };
}
