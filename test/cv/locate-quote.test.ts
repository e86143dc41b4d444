import { expect, it } from 'vitest';
import { locateQuote } from '../../src/cv/locate-quote.ts';

const CV =
  '• Cut p95 latency\n  from 1.2 s to 320 ms — “without” new servers.\n저는 결제 모듈을\n리팩터링했습니다. 🚀 Done.';

it.each([
  ['the same words', 'Cut p95 latency\n  from 1.2 s', 'Cut p95 latency\n  from 1.2 s'],
  ['folded white space', 'Cut p95 latency from 1.2 s', 'Cut p95 latency\n  from 1.2 s'],
  ['other capitals', 'cut P95 Latency', 'Cut p95 latency'],
  ['keyboard quotes and dashes', '320 ms - "without" new servers', '320 ms — “without” new servers'],
  ['quotation marks around it', '“Cut p95 latency…”', 'Cut p95 latency'],
  ['Korean over a line break', '결제 모듈을 리팩터링했습니다', '결제 모듈을\n리팩터링했습니다'],
  ['an emoji', '🚀 done', '🚀 Done'],
])('finds %s in the wording of the text', (_case, quote, expected) => {
  expect(locateQuote(quote, CV)).toBe(expected);
});

it.each(['Cut p99 latency', 'latency of 320 ms', '', '…', '"."'])('does not find %j', (quote) => {
  expect(locateQuote(quote, CV)).toBeNull();
});
