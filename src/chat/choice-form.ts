import type { Choice } from './message.ts';

/** More buttons than two rows, or long ones, are hard to choose from on a telephone: a menu is. */
const MOST_BUTTONS = 10;
const FEW_BUTTONS = 5;
const SHORT_LABEL = 20;

/** Each id once: platforms refuse doubles. */
export function uniqueChoices(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()];
}

/** Whether a menu serves better than buttons: for many choices, long ones, or some that are explained by hints. */
export function wantsMenu(choices: readonly Choice[]): boolean {
  if (choices.length > MOST_BUTTONS) return true;
  if (choices.length > 1 && choices.some(({ hint }) => hint)) return true;
  return choices.length > FEW_BUTTONS && choices.some(({ label }) => label.length > SHORT_LABEL);
}

export function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
