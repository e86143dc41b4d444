import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Picture, toPortableGreyMap } from './pictures.ts';
import type { Recognise } from './read-document.ts';

/** The part of tesseract.js 7 that is used here. It is optional, so its own types may be missing. */
type TesseractWorker = {
  recognize(image: Uint8Array): Promise<{ readonly data: { readonly text: string } }>;
  writeText(path: string, data: Uint8Array): Promise<unknown>;
  reinitialize(languages: string, engine: number): Promise<unknown>;
  terminate(): Promise<unknown>;
};
type Tesseract = {
  createWorker(
    languages: string[],
    engine: number,
    options: Readonly<Record<string, unknown>>,
  ): Promise<TesseractWorker>;
};
type Installed = {
  readonly tesseract: Tesseract;
  readonly koreanFolder: string;
  readonly englishFile: string;
};

const PACKAGE = 'tesseract.js';
/** The engine of tesseract.js that needs the small data files only. */
const LSTM_ONLY = 1;
/** When so many of a line's Korean words have one syllable, recognition has put a space after each. */
const SPACED_OUT_SHARE = 0.6;
const require = createRequire(import.meta.url);

/**
 * Text recognition with tesseract.js, Korean and English together, when it is installed with both languages' data
 * (`@tesseract.js-data/kor` and `/eng`); nothing is ever fetched. `onStart` is called before the slow work begins.
 * Gives `undefined` when it is not installed or fails.
 */
export function createRecogniser(onStart: () => void): Recognise {
  return async (pictures) => {
    const installed = await loadTesseract();
    if (!installed) return undefined;
    onStart();
    try {
      return await readPictures(installed, pictures);
    } catch {
      return undefined;
    }
  };
}

async function readPictures(installed: Installed, pictures: AsyncIterable<Picture>): Promise<string> {
  const worker = await startWorker(installed);
  try {
    const texts: string[] = [];
    for await (const picture of pictures) {
      const { data } = await worker.recognize(toPortableGreyMap(picture));
      texts.push(data.text.split('\n').map(joinSyllables).join('\n'));
    }
    return texts.join('\n\n');
  } finally {
    await worker.terminate();
  }
}

async function loadTesseract(): Promise<Installed | undefined> {
  try {
    const korean = require.resolve('@tesseract.js-data/kor/4.0.0_best_int/kor.traineddata.gz');
    const englishFile = require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
    const loaded: Tesseract & { readonly default?: Tesseract } = await import(PACKAGE);
    return { tesseract: loaded.default ?? loaded, koreanFolder: dirname(korean), englishFile };
  } catch {
    return undefined;
  }
}

/**
 * tesseract.js loads all languages from one folder, and they come in two packages: Korean is loaded from its own,
 * English is put beside it in the engine's memory. `createWorker` keeps the array that it is given as its list of
 * what is loaded, so English is named in it before both are asked for.
 */
async function startWorker({ tesseract, koreanFolder, englishFile }: Installed): Promise<TesseractWorker> {
  const loaded = ['kor'];
  const worker = await tesseract.createWorker(loaded, LSTM_ONLY, {
    langPath: koreanFolder,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.writeText('./eng.traineddata', gunzipSync(await readFile(englishFile)));
  loaded.push('eng');
  await worker.reinitialize('kor+eng', LSTM_ONLY);
  return worker;
}

/** Closes up a line in which every Korean syllable stands alone; the real spaces in it cannot be told. */
export function joinSyllables(line: string): string {
  const words = line.split(' ').filter((word) => /^\p{Script=Hangul}+/u.test(word));
  const single = words.filter((word) => /^\p{Script=Hangul}\P{Script=Hangul}*$/u.test(word));
  if (words.length < 3 || single.length < words.length * SPACED_OUT_SHARE) return line;
  return line.replace(/(?<=\p{Script=Hangul}) (?=\p{Script=Hangul})/gu, '');
}
