const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Where KS X 1001 keeps its 2,350 syllables: rows B0–C8, cells A1–FE. */
const isStandardSyllable = (lead: number): boolean => lead >= 0xb0 && lead <= 0xc8;
/** The last code that CP949 adds. */
const LAST_EXTENSION = 0xc652;

const inRange = (value: number, from: number, to: number): boolean => value >= from && value <= to;

/** Codes that CP949 adds to EUC-KR: below A1 in either byte. */
const isExtension = (lead: number, trail: number): boolean => {
  const letter = inRange(trail, 0x41, 0x5a) || inRange(trail, 0x61, 0x7a);
  if (inRange(lead, 0x81, 0xa0)) return letter || inRange(trail, 0x81, 0xfe);
  const low = letter || inRange(trail, 0x81, 0xa0);
  return inRange(lead, 0xa1, 0xc6) && low && ((lead << 8) | trail) <= LAST_EXTENSION;
};

const codes = function* (): Generator<readonly [lead: number, trail: number]> {
  for (let lead = 0x81; lead <= 0xc8; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) yield [lead, trail];
  }
};

/** CP949 adds the 8,822 syllables that KS X 1001 lacks, in the order of Unicode, in the free codes. */
const createExtension = (): ReadonlyMap<number, string> => {
  const standard = new Set<string>();
  const decoder = new TextDecoder('euc-kr');
  const free: number[] = [];
  for (const [lead, trail] of codes()) {
    if (isExtension(lead, trail)) free.push((lead << 8) | trail);
    else if (isStandardSyllable(lead) && trail >= 0xa1)
      standard.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  const extension = new Map<number, string>();
  let next = 0;
  for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code++) {
    const syllable = String.fromCharCode(code);
    if (!standard.has(syllable)) extension.set(free[next++] ?? 0, syllable);
  }
  return extension;
};

/**
 * Decodes Korean text as Windows and Excel write it (CP949, also called UHC). Node's `TextDecoder('euc-kr')` knows
 * only the 2,350 syllables of the older standard and turns the rest into controls and letters without an error.
 *
 * @returns `null` when a code belongs to neither.
 */
export const decodeCp949 = (bytes: Uint8Array): string | null => {
  const extension = createExtension();
  const decoder = new TextDecoder('euc-kr', { fatal: true });
  const parts: string[] = [];
  let start = 0;
  try {
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) continue;
      const syllable = extension.get((lead << 8) | (bytes[at + 1] ?? 0));
      if (syllable !== undefined) {
        parts.push(decoder.decode(bytes.subarray(start, at)), syllable);
        start = at + 2;
      }
      at++;
    }
    parts.push(decoder.decode(bytes.subarray(start)));
  } catch {
    return null;
  }
  return parts.join('');
};
