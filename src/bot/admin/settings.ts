import {
  canonical,
  GENERAL_NAMES,
  PLACE_NAMES,
  type SettingName,
  type StoredSetting,
} from '../../admin/setting.ts';
import type { PlaceId } from '../../chat/message.ts';
import { configuredValue } from '../settings.ts';
import { type AdminAnswer, type AdminCommand, type AdminTask, say, written } from './command.ts';
import { settingsView } from './views/settings-view.ts';
import { howToUse } from './whom.ts';

/** What holds everywhere is for the bot's admins; what holds in a place, for those of that place as well. */
export const listSettings: AdminCommand = async (task) => {
  const { store, texts, settings, request } = task;
  const { place } = request.asker;
  const stored = await store.readSettings();
  const wanted = namesFor(task).map((name) => {
    const own = stored.find((setting) => setting.name === name && setting.place === placeOf(name, place));
    return { name, value: own?.value ?? null, configured: configuredValue(name, settings.configured) };
  });
  return say(settingsView(texts, wanted));
};

export const setSetting: AdminCommand = (task) =>
  forSetting(task, async (name, place) => {
    const { request, texts, settings } = task;
    const words = texts.admin.settings;
    const given = request.args['value'];
    if (given === undefined) return howToUse(task);
    const value = canonical(name, given);
    if (value === null) return say({ text: words.invalid(words.what[name]) });
    const most = settings.configured.cvRetentionDays;
    if (name === 'retention' && Number(value) > most) return say({ text: words.tooLong(most) });
    return change(task, name, place, value, words.changed(name, value));
  });

export const resetSetting: AdminCommand = (task) =>
  forSetting(task, async (name, place) => {
    const words = task.texts.admin.settings;
    const configured = configuredValue(name, task.settings.configured) ?? words.notSet;
    return change(task, name, place, null, words.reset(name, configured));
  });

/** Carries out what is asked of a setting that the asker may change where they are. */
async function forSetting(
  task: AdminTask,
  carryOut: (name: SettingName, place: PlaceId | null) => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  const { texts, request } = task;
  const words = texts.admin.settings;
  const names = namesFor(task);
  const name = names.find((known) => known === request.args['setting']);
  if (!name) {
    const isElsewhere = PLACE_NAMES.some((known) => known === request.args['setting']);
    return say({ text: isElsewhere ? words.noPlace : words.which(names) });
  }
  return carryOut(name, placeOf(name, request.asker.place));
}

function namesFor({ request: { asker } }: AdminTask): readonly SettingName[] {
  return [...(asker.rights === 'place' ? [] : GENERAL_NAMES), ...(asker.place === null ? [] : PLACE_NAMES)];
}

/** Where a setting of that name is stored; a place is always the one that the command was given in. */
function placeOf(name: SettingName, place: PlaceId | null): PlaceId | null {
  return GENERAL_NAMES.some((general) => general === name) ? null : place;
}

async function change(
  task: AdminTask,
  name: SettingName,
  place: PlaceId | null,
  value: string | null,
  told: string,
): Promise<AdminAnswer> {
  const stored: readonly StoredSetting[] = await task.store.readSettings();
  const before = stored.find((setting) => setting.name === name && setting.place === place)?.value;
  const answer: AdminAnswer = {
    messages: [{ text: told }],
    writes: [{ type: 'changeSetting', place, name, value }],
  };
  return written(answer, task, {
    action: value === null ? 'setting.reset' : 'setting.set',
    subject: name,
    detail: `${before ?? '–'} → ${value ?? '–'}`,
  });
}
