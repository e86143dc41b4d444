import { decodeCp949 } from './decode-cp949.ts';

/** Enough bytes to see which half of each pair is zero, when a file is UTF-16 without a byte-order mark. */
const SAMPLE_BYTES = 512;

const decodeAs = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** A bank's header is ASCII, so in UTF-16 every other byte near the start is zero. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const pairs = Math.min(bytes.length, SAMPLE_BYTES) >> 1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) evenZeros++;
    if (bytes[pair * 2 + 1] === 0) oddZeros++;
  }
  if (oddZeros > pairs * 0.3 && evenZeros === 0) return 'utf-16le';
  if (evenZeros > pairs * 0.3 && oddZeros === 0) return 'utf-16be';
  return null;
};

/**
 * Korean in CP949 comes in pairs of high bytes; in Western text from an English Excel the few high bytes stand
 * alone (`’`, `é`). Both decode without an error as CP949, so the error alone does not tell them apart.
 */
const looksKorean = (bytes: Uint8Array): boolean => {
  let paired = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at + 1] ?? 0) >= 0x80) {
      paired++;
      at++;
    } else alone++;
  }
  return paired > alone;
};

const encodingOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return guessUtf16(bytes);
};

/**
 * The text of a file that somebody exported from a spreadsheet: UTF-8, UTF-16 of either order (each with or
 * without a byte-order mark), CP949 as Korean Excel writes it, or Windows-1252. `null` when it is not text.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const utf16 = encodingOf(bytes);
  if (utf16 !== null) return decodeAs(bytes, utf16);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  // What is neither Unicode nor free of NUL is a picture, an archive or a spreadsheet's own format.
  if (bytes.includes(0)) return null;
  return looksKorean(bytes) ? decodeCp949(bytes) : decodeAs(bytes, 'windows-1252');
};
