import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { chunk, uniqueChoices, wantsMenu } from '../../src/chat/choice-form.ts';
import type { Choice } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { DISCORD_LIMITS } from './limits.ts';

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/**
 * Choices as buttons, or as menus where they are many, long, or explained by hints. At most 125; each id once, as Discord
 * refuses doubles.
 */
export function toComponents(choices: readonly Choice[], placeholder: string): Row[] {
  const unique = uniqueChoices(choices);
  return wantsMenu(unique) ? menus(unique, placeholder) : buttons(unique);
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
