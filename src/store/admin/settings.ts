import type { StoredSetting } from '../../admin/setting.ts';
import type { PlaceId } from '../../chat/message.ts';
import { compile } from '../statement.ts';
import { all, run, type Work } from '../work.ts';
import { raiseRevision } from './revisions.ts';

/** In the column, what holds everywhere has an empty place: keys cannot be null. */
const EVERYWHERE = '';

const everything = compile((db, _value: object) => db.selectFrom('setting').selectAll());
const insertSetting = compile((db, value: { place: string; name: string; value: string }) =>
  db.insertInto('setting').values({ place: value.place, name: value.name, value: value.value }),
);
const deleteSetting = compile((db, value: { place: string; name: string }) =>
  db.deleteFrom('setting').where('place', '=', value.place).where('name', '=', value.name),
);

export function* readSettings(): Work<readonly StoredSetting[]> {
  const rows = yield* all(everything, {});
  return rows.map(({ place, name, value }) => ({
    place: place === EVERYWHERE ? null : (place as PlaceId),
    name,
    value,
  }));
}

/** `null` takes the setting away: the configuration holds again. */
export function* changeSetting(place: PlaceId | null, name: string, value: string | null): Work<void> {
  yield* run(deleteSetting, { place: place ?? EVERYWHERE, name });
  if (value !== null) yield* run(insertSetting, { place: place ?? EVERYWHERE, name, value });
  yield* raiseRevision('settings');
}
