import { expect, it } from 'vitest';
import { fateOf } from '../src/database-location.ts';

const ROOT =
  '512 441 0:62 / / rw,relatime master:186 - overlay overlay rw,lowerdir=/var/lib/docker/overlay2/l/A';
const PROC = '513 512 0:65 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw';
const HASH = 'a3'.repeat(32);
const volume = (name: string) =>
  `530 512 254:1 /docker/volumes/${name}/_data /app/data rw,relatime master:1 - ext4 /dev/vda1 rw`;
const bind = '531 512 254:1 /srv/interview /app/data rw,relatime - ext4 /dev/vda1 rw';

it.each([
  ['nothing is mounted', [ROOT, PROC], 'inside_the_container'],
  ['a volume without a name', [ROOT, PROC, volume(HASH)], 'anonymous_volume'],
  ['a named volume', [ROOT, PROC, volume('cyi-data')], 'kept'],
  ['a folder of the host', [ROOT, PROC, bind], 'kept'],
] as const)('%s', (_, lines, fate) => {
  expect(fateOf('/app/data', lines.join('\n'))).toBe(fate);
});

it('takes a folder with a similar name for another one', () => {
  expect(fateOf('/app/database', [ROOT, bind].join('\n'))).toBe('inside_the_container');
});
