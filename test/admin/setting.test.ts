import { describe, expect, it } from 'vitest';
import { canonical, generalSettings, placeSettings } from '../../src/admin/setting.ts';
import type { PlaceId } from '../../src/chat/message.ts';

describe('a value of a setting', () => {
  it.each([
    ['quota', ' 7 ', '7'],
    ['quota', '1000', '1000'],
    ['renewal', 'monthly', 'monthly'],
    ['formats', 'FULL, classic', 'full,classic'],
    ['formats', 'full full', 'full'],
    ['languages', 'ko', 'ko'],
    ['channels', '<#42> <#C042|interviews>,77', '42,C042,77'],
    ['language', 'ko', 'ko'],
  ] as const)('%s takes %j as %j', (name, given, value) => {
    expect(canonical(name, given)).toBe(value);
  });

  it.each([
    ['quota', '0'],
    ['quota', '-1'],
    ['quota', '1.5'],
    ['quota', '1e3'],
    ['quota', '1001'],
    ['quota', ''],
    ['renewal', 'weekly'],
    ['formats', 'short'],
    ['formats', 'classic,short'],
    ['formats', ','],
    ['retention', '99999'],
    ['languages', 'en,fr'],
    ['channels', '#general'],
    ['channels', '<script>'],
    ['channels', Array.from({ length: 51 }, (_, index) => index).join(' ')],
    ['language', 'en,ko'],
  ] as const)('%s does not take %j', (name, given) => {
    expect(canonical(name, given)).toBeNull();
  });
});

it('what is stored is read for where it holds; what this program does not know is left out', () => {
  const here = 'discord:1' as PlaceId;
  const stored = [
    { place: null, name: 'quota', value: '7' },
    { place: null, name: 'formats', value: 'epic' },
    { place: null, name: 'constructor', value: 'x' },
    { place: null, name: 'channels', value: '42' },
    { place: here, name: 'channels', value: '42' },
    { place: here, name: 'quota', value: '9' },
    { place: 'discord:2' as PlaceId, name: 'language', value: 'ko' },
  ];
  expect(generalSettings(stored)).toEqual({ quota: 7 });
  expect(placeSettings(stored, here)).toEqual({ channels: ['42'] });
});
