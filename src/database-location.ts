import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Logger } from 'pino';
import { sqlitePathOf } from './store/database-url.ts';

/** `kept`: as far as can be told. The others go with their container. */
type Fate = 'kept' | 'inside_the_container' | 'anonymous_volume';

const ADVICE: Readonly<Record<Exclude<Fate, 'kept'>, string>> = {
  inside_the_container:
    'The database lies inside the container and is lost with it. Mount a volume: docker run -v cyi-data:/app/data …',
  anonymous_volume:
    'The database lies on a volume without a name, which the next container will not get. Name it: docker run -v cyi-data:/app/data …',
};

/** Says where a database is about to be created, and warns when it would not outlive a container. */
export function announceNewDatabase(url: string, logger: Logger): void {
  const file = sqlitePathOf(url);
  if (file === null || file === ':memory:' || existsSync(file)) return;
  const path = resolve(file);
  logger.info({ path }, 'A new database is created.');
  if (!existsSync('/.dockerenv') && !existsSync('/run/.containerenv')) return;
  const fate = fateOf(dirname(path), readFileSync('/proc/self/mountinfo', 'utf8'));
  if (fate !== 'kept') logger.warn({ path }, ADVICE[fate]);
}

/**
 * What becomes of a folder when its container is replaced.
 *
 * @param mountinfo as the kernel describes it in proc_pid_mountinfo(5): the fourth field of a line is the folder of the host
 * that is mounted, the fifth where it is mounted. Docker names volumes without a name by 64 hexadecimal digits.
 */
export function fateOf(folder: string, mountinfo: string): Fate {
  const mounts = mountinfo
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([, , , source, target]) => (source && target ? [{ source, target }] : []))
    .filter(({ target }) => target === '/' || folder === target || folder.startsWith(`${target}/`))
    .sort((a, b) => b.target.length - a.target.length);
  const [nearest] = mounts;
  if (!nearest || nearest.target === '/') return 'inside_the_container';
  return /\/volumes\/[0-9a-f]{64}\/_data/.test(nearest.source) ? 'anonymous_volume' : 'kept';
}
