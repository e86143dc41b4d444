/** A write saw a version that is no longer there: the turn must be decided again. */
export class VersionConflict extends Error {}

/** @throws VersionConflict when what was to be changed has moved on */
export function expectOne(changedRows: number): void {
  if (changedRows !== 1) throw new VersionConflict();
}
