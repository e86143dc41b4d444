import type { ReceiverEvent } from '@slack/bolt';

/**
 * Takes one delivery of Slack's to the bot and resolves when that is dealt with; rejects when it was not stored. It calls
 * `ack` itself, after the commit, so nothing around it may.
 */
export type Deliver = (delivery: ReceiverEvent) => Promise<void>;

/** One of the two ways in which events come. */
export type Transport = {
  /** Resolves when events can arrive; rejects with a sentence for the operator. */
  start(): Promise<void>;
  /** Ends it. Deliveries under way have been dealt with before. */
  stop(): Promise<void>;
  isConnected(): boolean;
};
