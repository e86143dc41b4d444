import { findPersonalData } from './personal-data.ts';

/** One masking over several texts: the same e-mail is the same placeholder in all of them. */
type PersonalDataMask = {
  /** The text with `[email]`, `[phone-2]` … in place of personal data. */
  readonly mask: (text: string) => string;
  /** The opposite, for what comes back from somebody who saw only masked text. */
  readonly restore: (text: string) => string;
};

/** A fresh mask; `reserved` is text in which no placeholder may occur already, so that none is restored by mistake. */
export function createPersonalDataMask(reserved = ''): PersonalDataMask {
  const placeholders = new Map<string, string>();

  const placeholderFor = (original: string, kind: string) => {
    const known = placeholders.get(original);
    if (known !== undefined) return known;
    const taken = new Set(placeholders.values());
    let number = 1;
    const name = () => (number === 1 ? `[${kind}]` : `[${kind}-${number}]`);
    while (taken.has(name()) || reserved.includes(name())) number += 1;
    placeholders.set(original, name());
    return name();
  };

  const mask = (text: string) => {
    let masked = '';
    let position = 0;
    for (const { kind, start, end } of findPersonalData(text)) {
      masked += text.slice(position, start) + placeholderFor(text.slice(start, end), kind);
      position = end;
    }
    return masked + text.slice(position);
  };

  const restore = (text: string) =>
    [...placeholders].reduce(
      (restored, [original, placeholder]) => restored.replaceAll(placeholder, () => original),
      text,
    );

  return { mask, restore };
}

/** Masks one text. `restore` maps what was quoted from it back to the words of the original. */
export function maskPersonalData(text: string): {
  readonly masked: string;
  readonly restore: PersonalDataMask['restore'];
} {
  const { mask, restore } = createPersonalDataMask(text);
  return { masked: mask(text), restore };
}
