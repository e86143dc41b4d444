import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePath, readLocalFile, toAttachment } from '../../../adapters/terminal/files.ts';

describe('parsePath', () => {
  it.each([
    ['cv.pdf', 'cv.pdf'],
    ['  /a/b.pdf ', '/a/b.pdf'],
    ['My CV.pdf', 'My CV.pdf'],
    ['/a/My\\ CV\\ \\(1\\).pdf', '/a/My CV (1).pdf'],
    ['"/a/My CV.pdf"', '/a/My CV.pdf'],
    ["'/a/My CV.pdf'", '/a/My CV.pdf'],
    ['~/cv.pdf', '/home/me/cv.pdf'],
    ['~other/cv.pdf', '~other/cv.pdf'],
    ['file:///a/My%20CV.pdf', '/a/My CV.pdf'],
    ['file://%zz', null],
    ['C:\\Users\\me\\cv.pdf', 'C:\\Users\\me\\cv.pdf'],
    ['이력서\\ 최종.pdf', '이력서 최종.pdf'],
    ['', null],
  ])('reads %j', (typed, path) => {
    expect(parsePath(typed, '/home/me')).toBe(path);
  });
});

describe('files of this machine', () => {
  let folder = '';
  const socket = createServer();
  const limits = { maxBytes: 100, signal: new AbortController().signal };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
    await writeFile(join(folder, 'cv.pdf'), 'content');
    await symlink(join(folder, 'cv.pdf'), join(folder, 'link.pdf'));
    await symlink(join(folder, 'loop.pdf'), join(folder, 'loop.pdf'));
    await new Promise<void>((resolve) => socket.listen(join(folder, 'socket.pdf'), resolve));
  });
  afterAll(async () => {
    socket.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('makes an attachment with an absolute reference, its name composed, and its size', async () => {
    const decomposed = join(folder, '이력서.pdf'.normalize('NFD'));
    await writeFile(decomposed, '12345');
    expect(await toAttachment(decomposed)).toEqual({ ref: decomposed, name: '이력서.pdf', bytes: 5 });
  });

  it('reads through a link', async () => {
    const bytes = await readLocalFile(join(folder, 'link.pdf'), limits);
    expect(new TextDecoder().decode(bytes)).toBe('content');
  });

  it.each([
    ['a folder', '.', 'not_allowed'],
    ['a socket', 'socket.pdf', 'not_allowed'],
    ['a link to itself', 'loop.pdf', 'not_found'],
    ['a path through a file', 'cv.pdf/x.pdf', 'not_found'],
    ['nothing', 'none.pdf', 'not_found'],
  ])('refuses %s', async (_, name, code) => {
    await expect(toAttachment(join(folder, name))).rejects.toMatchObject({ code });
    await expect(readLocalFile(join(folder, name), limits)).rejects.toMatchObject({ code });
  });

  it.skipIf(process.platform !== 'linux')('stops at the limit where a file hides its size', async () => {
    const hidden = { maxBytes: 10, signal: limits.signal };
    await expect(readLocalFile('/proc/self/environ', hidden)).rejects.toMatchObject({ code: 'too_large' });
  });

  it('rejects with the reason of an aborted signal', async () => {
    const signal = AbortSignal.abort(new Error('called off'));
    await expect(readLocalFile(join(folder, 'cv.pdf'), { maxBytes: 10, signal })).rejects.toThrow(
      'called off',
    );
  });
});
