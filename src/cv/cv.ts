/** What reading a PDF gives: its visible text in reading order. */
export type CvText = { readonly text: string; readonly pages: number; readonly recognised: 'text' | 'ocr' };

/** Why a file is not a readable CV; each has a sentence in the dictionary that says what to do. */
export type CvProblem =
  | 'not_a_pdf'
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'scan'
  | 'too_large'
  | 'too_many_pages'
  | 'too_slow'
  | 'too_heavy';

export type CvReading =
  | ({ readonly ok: true } & CvText)
  | { readonly ok: false; readonly problem: CvProblem };

/** A question about a CV. `quote` stands in the CV's text verbatim. */
export type CvQuestion = { readonly question: string; readonly quote: string };

export const CV_LIMITS = {
  maxBytes: 10 * 1024 * 1024,
  maxPages: 20,
  /** More text than this in so few pages is no CV: it would only fill prompts and the database. */
  maxCharacters: 200_000,
  deadlineMs: 5_000,
  maxMemoryBytes: 400 * 1024 * 1024,
  /** Fewer visible characters than this a page mean that the file is a picture of text. */
  minCharactersPerPage: 20,
} as const;
