import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newLinkCode, readLinkCode, showLinkCode } from '../../src/accounts/link-code.ts';

describe('a one-time code', () => {
  it('is eight characters that nobody mistakes for others, with a digit', () => {
    for (let time = 0; time < 500; time++) {
      const code = newLinkCode(randomInt);
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
      expect(code).toMatch(/\d/);
    }
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newLinkCode(randomInt))).size).toBe(1000);
  });

  it('is read however it is typed', () => {
    for (const typed of ['ABCD2345', 'abcd-2345', ' ABCD 2345 '])
      expect(readLinkCode(typed)).toBe('ABCD2345');
    expect(showLinkCode('ABCD2345')).toBe('ABCD-2345');
  });

  it.each(['', 'ABCD234', 'ABCD23456', 'ABCD234O', 'ABCD2341', 'ABCD234!', 'ABCD234í'])(
    'is not %j',
    (typed) => {
      expect(readLinkCode(typed)).toBeNull();
    },
  );
});
