import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BusyError, createPasswords, type Passwords } from '../../src/secrets/passwords.ts';

let passwords: Passwords;

beforeEach(() => {
  passwords = createPasswords(4);
});
afterEach(() => passwords.close());

describe('passwords', () => {
  it('match their own hash and no other', async () => {
    const hash = await passwords.hash('a', 'correct horse battery');
    expect(hash).toMatch(/^\$2b\$04\$/);
    expect(hash).not.toContain('correct');
    expect(await passwords.matches('a', 'correct horse battery', hash)).toBe(true);
    expect(await passwords.matches('a', 'correct horse batterie', hash)).toBe(false);
    expect(await passwords.hash('a', 'correct horse battery')).not.toBe(hash);
  });

  it('never match where there is no account, whatever is typed', async () => {
    for (const typed of ['', '.', 'a password', '\0']) {
      expect(await passwords.matches('a', typed, null)).toBe(false);
    }
  });

  it('have cost 12 unless a test wants less', async () => {
    const real = createPasswords();
    expect(await real.hash('a', 'correct horse battery')).toMatch(/^\$2b\$12\$/);
    await real.close();
  });

  it('leave the main thread free while they are hashed', async () => {
    const real = createPasswords();
    let turns = 0;
    let done = false;
    const hashed = real.hash('a', 'correct horse battery').then(() => {
      done = true;
    });
    while (!done) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await hashed;
    await real.close();
    expect(turns).toBeGreaterThan(100);
  });

  it('are refused to somebody who lets too many wait, and to nobody else', async () => {
    const one = Array.from({ length: 5 }, () => passwords.matches('greedy', 'x', null));
    const other = passwords.matches('other', 'x', null);
    const results = await Promise.allSettled(one);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const result of results.slice(2)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(BusyError) });
    }
    expect(await other).toBe(false);
  });

  it('are refused when too many wait altogether', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 40 }, (_, owner) => passwords.matches(`user-${owner}`, 'x', null)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
  });

  it('reject what is under way when they are closed', async () => {
    const slow = createPasswords(14);
    const hashing = slow.hash('a', 'correct horse battery');
    const refused = expect(hashing).rejects.toThrow('The thread for passwords has ended.');
    await slow.close();
    await refused;
  });
});
