import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeLine } from '../../../adapters/terminal/completion.ts';
import type { PlatformUserId } from '../../../src/chat/message.ts';

describe('completeLine', () => {
  let home = '';
  const complete = (line: string, suggestions: readonly string[] | Error = []) =>
    completeLine(line, {
      home,
      user: 'terminal:candidate' as PlatformUserId,
      suggest: async () => {
        if (suggestions instanceof Error) throw suggestions;
        return suggestions;
      },
    });
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'home-'));
    await mkdir(join(home, 'my files'));
    for (const name of ['cv-new.pdf', 'cv-old.pdf', 'cv.txt', '.hidden.pdf', 'my files/My CV.pdf']) {
      await writeFile(join(home, name), '');
    }
  });
  afterAll(() => rm(home, { recursive: true }));

  it.each([
    ['/he', '/help', []],
    ['/rep', '/report ', []],
    ['/res', '/resume', []],
    ['/st', '/st', ['start', 'status', 'stop']],
    ['/interview sk', '/interview skip', []],
    ['/up', '/upload ', []],
    ['/cv', '/cv ', ['cv upload', 'cv list', 'cv delete']],
    ['/start b', '/start be ', []],
    ['/start be f', '/start be full ', []],
    ['/language k', '/language ko ', []],
    ['/admin mod', '/admin models ', ['models list', 'models test']],
    ['/interview-admin st', '/interview-admin stats', []],
    ['/nothing', '/nothing', []],
    ['an answer', 'an answer', []],
    ['/upload ~', '/upload ~/', []],
    ['/upload ~/cv', '/upload ~/cv-', ['cv-new.pdf', 'cv-old.pdf']],
    ['/upload ~/cv-n', '/upload ~/cv-new.pdf', []],
    ['cv upload ~/my', 'cv upload ~/my\\ files/', []],
    ['/upload ~/my\\ files/My\\ ', '/upload ~/my\\ files/My\\ CV.pdf', []],
    ['/upload ~/.h', '/upload ~/.hidden.pdf', []],
    ['/upload ~/none/x', '/upload ~/none/x', []],
  ])('makes of %j', async (line, text, candidates) => {
    const completed = await complete(line);
    expect(completed.candidates).toEqual(candidates);
    expect(completed.text).toBe(text);
  });

  it('offers the topics that the bot suggests, and none when it cannot', async () => {
    expect((await complete('/start be full ca', ['caching'])).text).toBe('/start be full caching ');
    expect((await complete('/start be full ca', new Error('down'))).text).toBe('/start be full ca');
  });
});
