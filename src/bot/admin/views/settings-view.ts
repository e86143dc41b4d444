import { PLACE_NAMES, type SettingName } from '../../../admin/setting.ts';
import type { Outgoing } from '../../../chat/message.ts';
import type { Texts } from '../../../locales/index.ts';

type Shown = {
  readonly name: SettingName;
  /** What an admin has set, or `null`. */
  readonly value: string | null;
  /** What holds otherwise. */
  readonly configured: string | null;
};

export function settingsView(texts: Texts, settings: readonly Shown[]): Outgoing {
  const words = texts.admin.settings;
  const isOfPlace = ({ name }: Shown) => PLACE_NAMES.some((known) => known === name);
  const general = settings.filter((setting) => !isOfPlace(setting));
  const ofPlace = settings.filter(isOfPlace);
  const section = (title: string, shown: readonly Shown[]) =>
    shown.length === 0 ? [] : [`**${title}**`, ...shown.map((setting) => line(texts, setting)), ''];
  const body = [...section(words.everywhere, general), ...section(words.here, ofPlace)];
  return { cards: [{ title: words.title, body: body.join('\n').trim(), footer: words.hint }] };
}

function line(texts: Texts, { name, value, configured }: Shown): string {
  const words = texts.admin.settings;
  const now = value ?? (configured === null ? words.notSet : words.asConfigured(configured));
  return words.line(name, now, words.what[name]);
}
