import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { CV_LIMITS, type CvProblem } from '../cv.ts';
import { toMatrix } from './geometry.ts';
import { PLAIN_FONT } from './graphics-state.ts';
import { countVisible, normalise } from './normalise.ts';
import { type PageText, readPage } from './page-text.ts';
import { toText } from './paragraphs.ts';
import { describePicture, loadPictures, mayHoldText, type PdfPage, type Picture } from './pictures.ts';
import { toBlocks } from './reading-order.ts';
import { toRows } from './segments.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What the reader's child makes of a file; `scan` is a file whose pages are pictures. */
export type DocumentReading =
  | { readonly ok: true; readonly text: string; readonly pages: number; readonly recognised: 'text' | 'ocr' }
  | { readonly ok: false; readonly problem: CvProblem };

/** Reads the text in pictures of pages, or gives `undefined` when nothing is installed that can. */
export type Recognise = (pictures: AsyncIterable<Picture>) => Promise<string | undefined>;

/**
 * Older Korean programs name one of Adobe's character maps instead of putting one into the file. PDF.js has them in
 * `pdfjs-dist`, which is optional; unpdf finds it, but passes its place as a URL that is then opened as a path.
 */
const CHARACTER_MAPS = findCharacterMaps();
/** Larger pictures (50 megapixels, twice a page scanned at 600 dpi in grey) are not decoded. */
const MAX_PICTURE_PIXELS = 50_000_000;
/** Invisible text is what text recognition read when the picture above it covers this much of the page. */
const SCAN_COVER = 0.5;
/** After so many pages that are pictures without a word, the others are not decoded to learn the same. */
const CONVINCING_SCANS = 3;
/** So many shapes on a page without words may be letters turned into outlines. */
const OUTLINED_TEXT_PATHS = 100;

/**
 * Reads what somebody would see in a PDF. Never rejects for what is in the file: a file that cannot be read is
 * a problem. Invisible text counts only on a page that is a scan, where it is what text recognition made of the
 * picture: there the person sees the same words in the picture.
 */
export async function readDocument(bytes: Uint8Array, recognise: Recognise): Promise<DocumentReading> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('%%EOF') === -1) {
    // Every PDF ends so; what PDF.js could rescue of a file cut short would pass for the whole.
    return { ok: false, problem: 'damaged' };
  }
  let document: PdfDocument | undefined;
  try {
    document = await getDocumentProxy(bytes, {
      verbosity: 0,
      maxImageSize: MAX_PICTURE_PIXELS,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      ...CHARACTER_MAPS,
    });
    if (document.numPages > CV_LIMITS.maxPages) return { ok: false, problem: 'too_many_pages' };
    return await readPages(document, recognise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { ok: false, problem: isLocked ? 'encrypted' : 'damaged' };
  } finally {
    await document?.loadingTask.destroy();
  }
}

async function readPages(document: PdfDocument, recognise: Recognise): Promise<DocumentReading> {
  const pages = document.numPages;
  const texts: string[] = [];
  let isPicture = false;
  let characters = 0;
  let scans = 0;
  let wordless = 0;
  for (
    let number = 1;
    number <= pages && !(wordless === number - 1 && wordless >= CONVINCING_SCANS);
    number += 1
  ) {
    const page = await document.getPage(number);
    const content = await interpret(document, page);
    page.cleanup();
    const { wording, isScan } = toPageText(content);
    const text = normalise(wording);
    texts.push(text);
    characters += text.length;
    if (isScan) scans += 1;
    if (isScan && text === '') wordless += 1;
    isPicture ||= content.pictureCover > 0 || content.paths >= OUTLINED_TEXT_PATHS || content.unreadable;
    if (characters > CV_LIMITS.maxCharacters) return { ok: false, problem: 'too_heavy' };
  }
  const text = normalise(texts.join('\n\n'));
  if (countVisible(text) >= CV_LIMITS.minCharactersPerPage * texts.length || (text !== '' && !isPicture)) {
    return { ok: true, text, pages, recognised: scans > 0 ? 'ocr' : 'text' };
  }
  if (!isPicture) return { ok: false, problem: 'empty' };
  const read = normalise((await recognise(findPictures(document))) ?? '');
  return countVisible(read) < CV_LIMITS.minCharactersPerPage
    ? { ok: false, problem: 'scan' }
    : { ok: true, text: read, pages, recognised: 'ocr' };
}

function toPageText({ runs, pictureCover }: PageText): {
  readonly wording: string;
  readonly isScan: boolean;
} {
  const visible = runs.filter((run) => !run.veiled);
  const characters = visible.reduce((sum, run) => sum + countVisible(run.text), 0);
  const isScan = pictureCover >= SCAN_COVER && characters < CV_LIMITS.minCharactersPerPage;
  const counted = isScan ? runs : visible;
  const turned = counted.filter((run) => !run.upright).map((run) => run.text);
  const wording = [toText(toBlocks(toRows(counted.filter((run) => run.upright)))), ...turned].join('\n');
  return { wording, isScan };
}

async function interpret(document: PdfDocument, page: PdfPage): Promise<PageText> {
  const { OPS } = await getResolvedPDFJS();
  const list = await page.getOperatorList();
  const pictures = await loadPictures(page);
  const layers = await document.getOptionalContentConfig();
  const filling = new Set<number>([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const viewport = page.getViewport({ scale: 1 });
  return readPage(
    { operations: list.fnArray, arguments: list.argsArray, codes: OPS },
    {
      matrix: toMatrix(viewport.transform),
      width: viewport.width,
      height: viewport.height,
      font: (name) => {
        const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
        if (!font) return PLAIN_FONT;
        const scale = Math.abs(Number(font.fontMatrix?.[0] ?? 0.001)) || 0.001;
        return { unitsPerEm: 1 / scale, vertical: font.vertical === true, drawn: font.isType3Font === true };
      },
      picture: (name) => {
        const picture = pictures.get(name);
        return picture && describePicture(picture);
      },
      fills: (paint) => filling.has(paint),
      isLayerShown: (group) => layers.isVisible(group) !== false,
    },
  );
}

async function* findPictures(document: PdfDocument): AsyncIterable<Picture> {
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const picture of (await loadPictures(page)).values()) if (mayHoldText(picture)) yield picture;
    page.cleanup();
  }
}

function findCharacterMaps(): { readonly cMapUrl?: string; readonly cMapPacked?: true } {
  try {
    const place = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return { cMapUrl: join(dirname(place), 'cmaps/'), cMapPacked: true };
  } catch {
    return {};
  }
}
