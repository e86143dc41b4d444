import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Choice } from '../../src/chat/message.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { safeLine } from './safe-text.ts';

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** More buttons than two rows, or long ones, are hard to choose from on a telephone: a menu is. */
const MOST_BUTTONS = 10;
const FEW_BUTTONS = 5;
const SHORT_LABEL = 20;

/**
 * Choices as buttons, or as menus where they are many, long, or explained by hints. At most 125; each id once, as Discord
 * refuses doubles.
 */
export function toComponents(choices: readonly Choice[], placeholder: string): Row[] {
  const unique = [...new Map(choices.map((choice) => [choice.id, choice])).values()];
  return wantsMenu(unique) ? menus(unique, placeholder) : buttons(unique);
}

function wantsMenu(choices: readonly Choice[]): boolean {
  if (choices.length > MOST_BUTTONS) return true;
  if (choices.length > 1 && choices.some(({ hint }) => hint)) return true;
  return choices.length > FEW_BUTTONS && choices.some(({ label }) => label.length > SHORT_LABEL);
}

function buttons(choices: readonly Choice[]): Row[] {
  return chunk(choices, DISCORD_LIMITS.buttonsPerRow).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map(toButton),
  }));
}

export function toButton({ id, label, style }: Choice): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    custom_id: id,
    label: safeLine(label, DISCORD_LIMITS.buttonLabelCharacters),
    style:
      style === 'danger'
        ? ButtonStyle.Danger
        : style === 'primary'
          ? ButtonStyle.Primary
          : ButtonStyle.Secondary,
  };
}

function menus(choices: readonly Choice[], placeholder: string): Row[] {
  return chunk(choices, DISCORD_LIMITS.selectOptions)
    .slice(0, DISCORD_LIMITS.componentRows)
    .map((options, index) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: `discord-menu:${index}`,
          placeholder: safeLine(placeholder, DISCORD_LIMITS.selectPlaceholderCharacters),
          options: options.map(({ id, label, hint }) => ({
            value: id,
            label: safeLine(label, DISCORD_LIMITS.selectOptionCharacters),
            ...(hint && { description: safeLine(hint, DISCORD_LIMITS.selectOptionCharacters) }),
          })),
        },
      ],
    }));
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
