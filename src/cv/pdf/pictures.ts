import type { getDocumentProxy } from 'unpdf';
import { getResolvedPDFJS } from 'unpdf';
import type { Colour } from './background.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A decoded picture: rows of pixels of 3 or 4 bytes each, or of 1 bit each with rows that begin on a whole byte. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: 1 | 24 | 32;
  readonly data: Uint8Array;
};

/** `ImageKind` of PDF.js. */
const BITS_BY_KIND: Readonly<Record<number, 1 | 24 | 32>> = { 1: 1, 2: 24, 3: 32 };
/** So many pixels tell a picture's mean colour. */
const SAMPLES = 400;
/** A picture of fewer pixels than this holds no page of text. */
const MIN_TEXT_PIXELS = 200_000;

/** The pictures that a page draws, decoded, by PDF.js's name for them; those that cannot be decoded are left out. */
export async function loadPictures(page: PdfPage): Promise<ReadonlyMap<string, Picture>> {
  const { OPS } = await getResolvedPDFJS();
  const list = await page.getOperatorList();
  const pictures = new Map<string, Picture>();
  for (const [index, operation] of list.fnArray.entries()) {
    const name: unknown = operation === OPS.paintImageXObject ? list.argsArray[index]?.[0] : undefined;
    if (typeof name !== 'string' || pictures.has(name)) continue;
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    const picture = parsePicture(await new Promise((resolve) => objects.get(name, resolve)));
    if (picture) pictures.set(name, picture);
  }
  return pictures;
}

/** Whether a picture could be the picture of a page of text. */
export function mayHoldText({ width, height }: Picture): boolean {
  return width * height >= MIN_TEXT_PIXELS;
}

/** The mean of some of its pixels, and whether nothing shines through any of them. */
export function describePicture(picture: Picture): { readonly colour: Colour; readonly opaque: boolean } {
  const total = picture.width * picture.height;
  const step = Math.max(1, Math.floor(total / SAMPLES));
  const sum = [0, 0, 0];
  let count = 0;
  let opaque = true;
  for (let index = 0; index < total; index += step) {
    const [red, green, blue, alpha] = pixelAt(
      picture,
      index % picture.width,
      Math.floor(index / picture.width),
    );
    sum[0] = (sum[0] ?? 0) + red;
    sum[1] = (sum[1] ?? 0) + green;
    sum[2] = (sum[2] ?? 0) + blue;
    count += 1;
    opaque &&= alpha === 255;
  }
  const [red = 0, green = 0, blue = 0] = sum.map((value) => value / Math.max(1, count));
  return { colour: [red, green, blue], opaque };
}

/** Writes a picture as a portable grey map (PGM), which needs no compression and text recognition reads. */
export function toPortableGreyMap(picture: Picture): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`);
  const file = new Uint8Array(header.length + picture.width * picture.height);
  file.set(header);
  let target = header.length;
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const [red, green, blue] = pixelAt(picture, x, y);
      file[target++] = (red * 299 + green * 587 + blue * 114) / 1_000;
    }
  }
  return file;
}

function pixelAt(picture: Picture, x: number, y: number): readonly [number, number, number, number] {
  const { width, data, bitsPerPixel } = picture;
  if (bitsPerPixel === 1) {
    const byte = data[y * Math.ceil(width / 8) + (x >> 3)] ?? 0;
    const grey = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    return [grey, grey, grey, 255];
  }
  const bytes = bitsPerPixel / 8;
  const at = (y * width + x) * bytes;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, bytes === 4 ? (data[at + 3] ?? 0) : 255];
}

function parsePicture(value: unknown): Picture | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { width, height, kind, data } = value as Record<string, unknown>;
  const bitsPerPixel = BITS_BY_KIND[Number(kind)];
  if (typeof width !== 'number' || typeof height !== 'number' || !bitsPerPixel) return undefined;
  if (!(data instanceof Uint8Array) && !(data instanceof Uint8ClampedArray)) return undefined;
  return { width, height, bitsPerPixel, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}
