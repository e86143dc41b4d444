import { randomBytes } from 'node:crypto';

/** What Slack names things by: a letter or two, then capitals and digits. */
export type Ids = {
  next(prefix: string): string;
  /** A message's `ts`: seconds and microseconds, later than every one before. */
  timestamp(): string;
};

export function createIds(now: () => number): Ids {
  let count = 0;
  let lastMicros = 0;
  return {
    next(prefix) {
      count += 1;
      return `${prefix}0${count.toString(36).toUpperCase().padStart(9, '0')}`;
    },
    timestamp() {
      lastMicros = Math.max(Math.floor(now() * 1000), lastMicros + 1);
      const digits = String(lastMicros);
      return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    },
  };
}

export function secret(bytes = 16): string {
  return randomBytes(bytes).toString('hex');
}
