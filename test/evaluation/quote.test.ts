import { describe, expect, it } from 'vitest';
import { verifyQuote } from '../../src/evaluation/quote.ts';

const ANSWER =
  'It’s  write-behind: the client gets “ok” before\nanything is durable — so five seconds may be lost.';

describe('verifyQuote', () => {
  it.each([
    ['the client gets "ok" before anything is durable'],
    ["IT'S WRITE-BEHIND"],
    ['“five seconds may be lost.”'],
    ['…five seconds may be lost'],
    ['durable - so five seconds'],
  ])('accepts %j, which differs only in white space, capitals or typography', (quote) => {
    expect(verifyQuote(quote, ANSWER)).toBe(true);
  });

  it.each([
    ['the client gets "ok" after anything is durable'],
    ['five seconds are lost'],
    [''],
    ['…'],
    ['" "'],
  ])('refuses %j', (quote) => {
    expect(verifyQuote(quote, ANSWER)).toBe(false);
  });
});
