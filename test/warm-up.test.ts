import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { warmUp } from '../src/warm-up.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('takes one step at a time, with a pause before each', () => {
  const done: string[] = [];
  warmUp(['one', 'two', 'three'].map((name) => () => done.push(name)));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['one']);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['one', 'two']);
  vi.runAllTimers();
  expect(done).toEqual(['one', 'two', 'three']);
});

it('ends by itself, and does what interviews do first', () => {
  warmUp();
  expect(vi.getTimerCount()).toBe(1);
  vi.runAllTimers();
  expect(vi.getTimerCount()).toBe(0);
});
