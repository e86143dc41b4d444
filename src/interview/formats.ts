/** What an interview asks, as data: add a format here and every adapter offers it. */
export const FORMATS = {
  classic: ['technical', 'behavioural', 'cv'],
  full: ['technical', 'technical', 'technical', 'behavioural', 'behavioural', 'cv', 'cv', 'cv', 'cv', 'cv'],
} as const satisfies Record<string, readonly QuestionKind[]>;

export type QuestionKind = 'technical' | 'behavioural' | 'cv';
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** Formats in which an answer that leaves something out may be followed up, once. */
export const FOLLOWS_UP: Readonly<Record<FormatName, boolean>> = { classic: false, full: true };

/** The kinds of question of a format, in the order in which they are asked. */
export function planOf(format: FormatName): readonly QuestionKind[] {
  return FORMATS[format];
}
