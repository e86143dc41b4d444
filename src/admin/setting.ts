import { z } from 'zod';
import { LOCALES, type PlaceId } from '../chat/message.ts';
import { FORMAT_NAMES } from '../interview/formats.ts';

/** Every schema reads what an admin typed, which is also how it is stored. */
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .refine((value) => value <= most);

const wordsOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** Some of them, in the order they were given, at least one. */
const someOf = <Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .transform((text) => [...new Set(wordsOf(text.toLowerCase()))])
    .pipe(z.array(z.enum(values as readonly [Value, ...Value[]])).min(1));

const MOST_CHANNELS = 50;

/** Ids as platforms write them (`42`, `C042`), also as mentions: `<#42>`, `<#C042|general>`. */
const channels = z
  .string()
  .transform((text) => [...new Set(wordsOf(text.replace(/<#(\w+)(?:\|[^>]*)?>/g, ' $1 ')))])
  .pipe(
    z
      .array(z.string().regex(/^[A-Z0-9]{1,32}$/))
      .min(1)
      .max(MOST_CHANNELS),
  );

/** What can be set for everybody, in place of the configuration. */
const GENERAL = {
  quota: wholeNumber(1_000),
  renewal: z.enum(['never', 'monthly']),
  formats: someOf(FORMAT_NAMES),
  retention: wholeNumber(3_650),
  languages: someOf(LOCALES),
} as const;

/** What can be set for one server or workspace, by its own admins as well. */
const OF_PLACE = { channels, language: z.enum(LOCALES) } as const;

export type GeneralName = keyof typeof GENERAL;
export type PlaceName = keyof typeof OF_PLACE;
export type SettingName = GeneralName | PlaceName;

type Values<Schemas> = { readonly [Name in keyof Schemas]?: z.output<Schemas[Name]> };
export type GeneralSettings = Values<typeof GENERAL>;
export type PlaceSettings = Values<typeof OF_PLACE>;

/** A stored value; `place` is `null` for what holds everywhere. */
export type StoredSetting = { readonly place: PlaceId | null; readonly name: string; readonly value: string };

export const GENERAL_NAMES = Object.keys(GENERAL) as readonly GeneralName[];
export const PLACE_NAMES = Object.keys(OF_PLACE) as readonly PlaceName[];

/** A value as it is stored and shown; `null` when it is none for that setting. */
export function canonical(name: SettingName, text: string): string | null {
  const { data } = { ...GENERAL, ...OF_PLACE }[name].safeParse(text.trim());
  return data === undefined ? null : [data].flat().join(',');
}

export function generalSettings(stored: readonly StoredSetting[]): GeneralSettings {
  return readStored(GENERAL, stored, null);
}

export function placeSettings(stored: readonly StoredSetting[], place: PlaceId): PlaceSettings {
  return readStored(OF_PLACE, stored, place);
}

/** What a newer or older program wrote and this one cannot read is left out. */
function readStored<Schemas extends Readonly<Record<string, z.ZodType>>>(
  schemas: Schemas,
  stored: readonly StoredSetting[],
  place: PlaceId | null,
): Values<Schemas> {
  const values = stored.flatMap((setting) => {
    const isKnown = setting.place === place && Object.hasOwn(schemas, setting.name);
    const schema = isKnown ? schemas[setting.name] : undefined;
    const value = schema?.safeParse(setting.value).data;
    return value === undefined ? [] : [[setting.name, value] as const];
  });
  return Object.fromEntries(values) as Values<Schemas>;
}
