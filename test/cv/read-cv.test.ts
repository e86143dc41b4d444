import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CvReading } from '../../src/cv/cv.ts';
import { type PdfProcess, type ProcessOutcome, startPdfProcess } from '../../src/cv/pdf-process.ts';
import { type CvReader, createCvReader } from '../../src/cv/read-cv.ts';
import {
  blankPdf,
  encryptedResume,
  HIDDEN_INSTRUCTION,
  HIDING_PLACES,
  htmlFile,
  hugeFile,
  inflationBomb,
  manyPages,
  operatorBomb,
  ownerLockedResume,
  scannedPdf,
  truncatedResume,
  UNEMBEDDED_SENTENCE,
  unembeddedKorean,
  VISIBLE_SENTENCE,
  withHiddenText,
  wordFile,
} from '../fixtures/cv/make-bad-pdfs.ts';
import {
  drawPdf,
  englishResume,
  KOREAN_LETTER,
  koreanLetter,
  koreanResume,
  twoColumnResume,
} from '../fixtures/cv/make-cvs.ts';

/** Takes seconds, or more memory than allowed. */
const slowFile = operatorBomb();
const bomb = await inflationBomb();
const isLinux = process.platform === 'linux';

/** The ids of this process's children that run the PDF reader. */
function findChildren(): readonly number[] {
  const own = String(process.pid);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'latin1'))?.[1];
        return parent === own && readFileSync(`/proc/${name}/cmdline`, 'latin1').includes('pdf-child');
      } catch {
        return false;
      }
    })
    .map(Number);
}

function hasCharacterMaps(): boolean {
  try {
    createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return true;
  } catch {
    return false;
  }
}

const FAKE_READING: CvReading = { ok: true, text: VISIBLE_SENTENCE, pages: 1, recognised: 'text' };

function fakeOutcome(type: ProcessOutcome['type'] | undefined): ProcessOutcome {
  return type === 'read' ? { type, reading: FAKE_READING, memoryBytes: 0 } : { type: 'crashed' };
}

function textOf(reading: CvReading): string {
  if (!reading.ok) throw new Error(`Expected text, not ${reading.problem}`);
  return reading.text;
}

describe('a CV reader', () => {
  let reader: CvReader;
  beforeAll(() => {
    reader = createCvReader();
  });
  afterAll(() => reader.close());

  test('reads a résumé of two pages with its paragraphs whole and its bullets on lines of their own', async () => {
    const reading = await reader.read(await englishResume());
    expect(reading).toMatchObject({ ok: true, pages: 2, recognised: 'text' });
    const lines = textOf(reading).split('\n');
    expect(lines).toContain('Senior Backend Engineer 2021 – Present');
    expect(lines).toContain(
      '• Cut the p99 latency of card authorisation from 840 ms to 190 ms by replacing synchronous fraud checks with a Kafka pipeline and an idempotent retry queue.',
    );
    expect(lines).toContain('Data: PostgreSQL, MySQL, Redis, Kafka, Elasticsearch, S3');
    expect(lines.indexOf('Projects')).toBeGreaterThan(lines.indexOf('Experience'));
  });

  test('reads two columns one after the other, the heading above both first', async () => {
    const text = textOf(await reader.read(await twoColumnResume()));
    expect(text.startsWith('Candidate, Frontend Engineer with Six Years of Experience')).toBe(true);
    expect(text).toContain('INTERESTS\nClimbing\nType design\n\nPROFILE\nFrontend engineer who cares');
    expect(text).toContain('the server rendering and splitting the bundle by route.\nFound and fixed 214');
  });

  test('counts white text on a dark bar as visible', async () => {
    expect(textOf(await reader.read(await twoColumnResume()))).toContain('React and Next.js');
  });

  test('reads a Korean résumé', async () => {
    const text = textOf(await reader.read(await koreanResume()));
    expect(text).toContain('2021.03 – 현재 온라인 커머스 회사, 백엔드 개발 팀장');
    expect(text).toContain('응답 시간을 620ms에서 140ms로 줄였습니다.');
  });

  test('reads every paragraph of a Korean letter of application as it was written', async () => {
    const text = textOf(await reader.read(await koreanLetter()));
    for (const [heading, paragraphs] of KOREAN_LETTER) {
      expect(text).toContain(`${heading}\n${paragraphs[0]}`);
      for (const paragraph of paragraphs) expect(text.split('\n')).toContain(paragraph);
    }
  });

  test('undoes a hyphen at the end of a line and keeps one that belongs to the word', async () => {
    const file = await drawPdf((document) => {
      document.text('The service that I wrote in my second year was respon-', 56, 100, { lineBreak: false });
      document.text('sible for invoices, and it was the work of one full-', 56, 114, { lineBreak: false });
      document.text('stack engineer.', 56, 128, { lineBreak: false });
    });
    expect(textOf(await reader.read(file))).toBe(
      'The service that I wrote in my second year was responsible for invoices, and it was the work of one full-stack engineer.',
    );
  });

  test.each(Object.entries(HIDING_PLACES))('leaves out text that is hidden: %s', async (_name, hide) => {
    expect(textOf(await reader.read(await withHiddenText(hide)))).toBe(VISIBLE_SENTENCE);
  });

  test('reads the same text when it is not hidden', async () => {
    const file = await withHiddenText((document) => document.text(HIDDEN_INSTRUCTION));
    expect(textOf(await reader.read(file))).toContain(HIDDEN_INSTRUCTION);
  });

  test('takes the invisible text over a scan for what is in the picture, and says that it was recognised', async () => {
    const file = await scannedPdf(
      600,
      800,
      () => 250,
      (document) => document.addContent('3 Tr').text(VISIBLE_SENTENCE),
    );
    expect(await reader.read(file)).toEqual({
      ok: true,
      text: VISIBLE_SENTENCE,
      pages: 1,
      recognised: 'ocr',
    });
  });

  test('reads Korean without an embedded font where the character maps are installed, and else asks for another file', async () => {
    const expected = hasCharacterMaps()
      ? { ok: true, text: UNEMBEDDED_SENTENCE, pages: 1, recognised: 'text' }
      : { ok: false, problem: 'scan' };
    expect(await reader.read(unembeddedKorean())).toEqual(expected);
  });

  test('opens a file that only changing needs a password for', async () => {
    expect(textOf(await reader.read(await ownerLockedResume()))).toBe(VISIBLE_SENTENCE);
  });

  const broken: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['nothing at all', 'empty', () => new Uint8Array()],
    ['a blank page', 'empty', blankPdf],
    ['a web page', 'not_a_pdf', htmlFile],
    ['a Word file', 'not_a_pdf', wordFile],
    ['a file that needs a password', 'encrypted', encryptedResume],
    ['a file cut short', 'damaged', truncatedResume],
    ['a header and zeros', 'damaged', () => hugeFile(100_000)],
    ['a picture of a page', 'scan', () => scannedPdf(600, 800, (x) => 200 + (x % 50))],
    ['300 pages', 'too_many_pages', () => manyPages(300)],
    ['51 MB', 'too_large', () => hugeFile(51 * 1_024 * 1_024)],
  ];
  test.each(broken)('says what is wrong with %s: %s', async (_name, problem, make) => {
    expect(await reader.read(await make())).toEqual({ ok: false, problem });
  });

  test('ends a child that inflates a bomb, while this process stays small', async () => {
    const before = process.memoryUsage().rss;
    // With time to spare, so that on a busy machine too it is the memory that ends it.
    const patient = createCvReader({ limits: { deadlineMs: 25_000 } });
    expect(await patient.read(bomb)).toEqual({ ok: false, problem: 'too_heavy' });
    await patient.close();
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_024 * 1_024);
  });

  test('reads on after a bomb', async () => {
    expect(['too_heavy', 'too_slow']).toContain(
      await reader.read(slowFile).then((reading) => (reading.ok ? 'read' : reading.problem)),
    );
    expect((await reader.read(await englishResume())).ok).toBe(true);
  });

  test('reads several at once and mixes nothing up', async () => {
    const [english, korean] = [await englishResume(), await koreanResume()];
    const readings = await Promise.all(
      [english, korean, english, korean, english].map((file) => reader.read(file)),
    );
    const firstLines = readings.map((reading) => textOf(reading).split('\n')[0]);
    expect(firstLines).toEqual(['Candidate', '지원자 이력서', 'Candidate', '지원자 이력서', 'Candidate']);
    if (isLinux) expect(findChildren().length).toBeLessThanOrEqual(2);
  });

  test('leaves the bytes that it is given alone', async () => {
    const file = await englishResume();
    const copy = file.slice();
    await reader.read(file);
    expect(file).toEqual(copy);
  });
});

describe('a CV reader of its own', () => {
  const readers: CvReader[] = [];
  function open(...options: Parameters<typeof createCvReader>): CvReader {
    const reader = createCvReader(...options);
    readers.push(reader);
    return reader;
  }
  afterEach(async () => {
    await Promise.all(readers.splice(0).map((reader) => reader.close()));
  });

  test('gives up a document past its deadline', async () => {
    const reader = open({ limits: { deadlineMs: 30 } });
    expect(await reader.read(slowFile)).toEqual({ ok: false, problem: 'too_slow' });
  });

  test('rejects with the reason of a signal that was aborted before', async () => {
    const reason = new Error('the user left');
    await expect(open().read(await englishResume(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test('rejects with the reason of a signal that is aborted meanwhile, and goes on with what waits', async () => {
    const reader = open({ maxProcesses: 1 });
    const abort = new AbortController();
    const reason = new Error('the user left');
    const file = await englishResume();
    const running = expect(reader.read(slowFile, abort.signal)).rejects.toBe(reason);
    const queued = expect(reader.read(file, abort.signal)).rejects.toBe(reason);
    const other = reader.read(file);
    abort.abort(reason);
    await Promise.all([running, queued]);
    expect((await other).ok).toBe(true);
  });

  test('rejects what is being read when it is closed, and everything after', async () => {
    const reader = open();
    const running = reader.read(slowFile);
    const rejection = expect(running).rejects.toThrow('closed');
    await reader.close();
    await rejection;
    await expect(reader.read(await englishResume())).rejects.toThrow('closed');
  });

  test.runIf(isLinux)('leaves no child behind when it is closed', async () => {
    const reader = open();
    await Promise.all([reader.read(await englishResume()), reader.read(await koreanResume())]);
    expect(findChildren().length).toBeGreaterThan(0);
    await reader.close();
    expect(findChildren()).toEqual([]);
  });

  test.runIf(isLinux)('keeps one child for the next document', async () => {
    const reader = open();
    await reader.read(await englishResume());
    const [child] = findChildren();
    await reader.read(await koreanResume());
    expect(findChildren()).toEqual([child]);
  });

  test.runIf(isLinux)('gives its child no environment but the channel to its parent', async () => {
    const reader = open();
    await reader.read(await englishResume());
    const environment = readFileSync(`/proc/${findChildren()[0]}/environ`, 'latin1')
      .split('\0')
      .filter(Boolean);
    expect(environment.filter((entry) => !entry.startsWith('NODE_CHANNEL_'))).toEqual([]);
  });

  test.runIf(isLinux)('reads a document again when its child was killed from outside', async () => {
    const reader = open();
    const reading = reader.read(await englishResume());
    for (const child of findChildren()) process.kill(child, 'SIGKILL');
    await expect(reading).rejects.toThrow('ended while starting');
    await reader.read(await englishResume());
    const again = reader.read(await englishResume());
    for (const child of findChildren()) process.kill(child, 'SIGKILL');
    expect((await again).ok).toBe(true);
  });

  test.each<[readonly ProcessOutcome['type'][], CvReading]>([
    [['crashed', 'read'], FAKE_READING],
    [['crashed', 'crashed'], { ok: false, problem: 'damaged' }],
  ])('gives a document whose child dies one more chance: %s', async (outcomes, expected) => {
    const left = [...outcomes];
    const startProcess = (): PdfProcess => ({
      ready: Promise.resolve(),
      read: () => Promise.resolve(fakeOutcome(left.shift())),
      kill: () => Promise.resolve(),
      isAlive: () => true,
    });
    expect(await open({ startProcess }).read(await englishResume())).toEqual(expected);
    expect(left).toEqual([]);
  });
});

describe('the child of a CV reader', () => {
  test('ends itself past its memory where its parent cannot watch it', async () => {
    const child = startPdfProcess(150 * 1_024 * 1_024);
    await child.ready;
    const unwatched = { deadlineMs: 25_000, maxMemoryBytes: Number.POSITIVE_INFINITY };
    const outcome = await child.read(bomb, unwatched, unwatched);
    expect(outcome).toEqual({ type: 'killed', problem: 'too_heavy' });
    await child.kill();
  });

  test('does not keep an idle parent alive', async () => {
    const source = fileURLToPath(new URL('../../src/cv/read-cv.ts', import.meta.url));
    const fixture = fileURLToPath(new URL('../fixtures/cv/make-cvs.ts', import.meta.url));
    const script = `
      const { createCvReader } = await import(${JSON.stringify(source)});
      const { englishResume } = await import(${JSON.stringify(fixture)});
      const reading = await createCvReader().read(await englishResume());
      console.log(reading.ok);
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        timeout: 20_000,
      },
    );
    expect(stdout).toBe('true\n');
  });
});
