import { describe, expect, it } from 'vitest';
import { createSentMessages } from '../../../adapters/terminal/sent-messages.ts';
import type { SentRef } from '../../../src/chat/message.ts';

const ref = (name: string) => name as SentRef;

describe('createSentMessages', () => {
  it('sends once for a key, also while the first send is under way', async () => {
    const sent = createSentMessages();
    let sends = 0;
    const send = async () => ref(`sent-${++sends}`);
    expect(await Promise.all([sent.once('key', send), sent.once('key', send)])).toEqual(['sent-1', 'sent-1']);
    expect(await sent.once('other', send)).toBe('sent-2');
  });

  it('sends again what failed', async () => {
    const sent = createSentMessages();
    await expect(sent.once('key', () => Promise.reject(new Error('no reader')))).rejects.toThrow('no reader');
    expect(await sent.once('key', async () => ref('second'))).toBe('second');
  });

  it('forgets the oldest of very many', async () => {
    const sent = createSentMessages();
    let sends = 0;
    const send = async () => ref(`sent-${++sends}`);
    for (let index = 0; index <= 1_000; index++) await sent.once(`key-${index}`, send);
    await sent.once('key-1000', send);
    expect(sends).toBe(1_001);
    await sent.once('key-0', send);
    expect(sends).toBe(1_002);
  });

  it('knows a replacement that says nothing new', () => {
    const sent = createSentMessages();
    sent.remember(ref('a'), { text: 'Which?', choices: [{ id: 'x', label: 'X' }] });
    expect(sent.repeats(ref('a'), { text: 'Which?' })).toBe(true);
    expect(sent.repeats(ref('a'), { text: 'Which?', choices: [{ id: 'y', label: 'Y' }] })).toBe(false);
    expect(sent.repeats(ref('a'), { text: 'Chosen.' })).toBe(false);
    expect(sent.repeats(ref('unknown'), { text: 'Which?' })).toBe(false);
    expect(sent.repeats(undefined, { text: 'Which?' })).toBe(false);
  });
});
