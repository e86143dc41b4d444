import { createHmac } from 'node:crypto';

/**
 * What stands in place of something that may not be kept: 64 hexadecimal digits that are always the same for it, and that
 * nobody can lead back to it without the key. Hashes for different purposes cannot be compared.
 */
export type KeyedHash = (
  purpose: 'quota' | 'erasure' | 'ban' | 'key' | 'link' | 'attempt',
  value: string,
) => string;

export function createKeyedHash(secretKey: string): KeyedHash {
  return (purpose, value) => createHmac('sha256', secretKey).update(`${purpose}:${value}`).digest('hex');
}
