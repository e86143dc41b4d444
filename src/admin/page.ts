/** Which part of a list is read. */
export type Page = { readonly limit: number; readonly offset: number };

/** A part of a list, and how long the whole is. */
export type Listed<Row> = { readonly rows: readonly Row[]; readonly total: number };

const ROWS = 10;

/** The page of that number, from 1; anything that is no page is the first. */
export function pageOf(given: string | undefined): Page {
  return { limit: ROWS, offset: (numberOf(given) - 1) * ROWS };
}

export function numberOf(given: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(given ?? '') ? Number(given) : 1;
}

/** Where a list stands: `page` of `pages`, both from 1. */
export function placeOf({ limit, offset }: Page, total: number): { page: number; pages: number } {
  return { page: offset / limit + 1, pages: Math.max(1, Math.ceil(total / limit)) };
}
