import type { CommandName } from '../chat/commands.ts';
import type { ChoiceAction } from './choice-id.ts';
import type { Decision } from './decision.ts';
import type { Intent } from './intent.ts';

const COMMANDS: ReadonlySet<CommandName> = new Set<CommandName>(['export', 'delete-me', 'cv delete']);
const CHOICES: ReadonlySet<ChoiceAction['type']> = new Set<ChoiceAction['type']>([
  'export',
  'deleteMyCvs',
  'deleteCvs',
  'keepCvs',
  'eraseMe',
  'erase',
  'keepMe',
]);

/** Whether somebody wants to have what is stored about them, or to have it deleted: nobody is kept from that. */
export function isAboutOwnData(intent: Intent): boolean {
  switch (intent.type) {
    case 'command':
      return COMMANDS.has(intent.name);
    case 'choice':
      return CHOICES.has(intent.action.type);
    default:
      return false;
  }
}

/**
 * What follows from something done by somebody about whom nothing is stored, where it is no reason to begin with that: they
 * clean up the messages of an account that was erased, press its buttons again, or ask for what there is not.
 * @returns whether that was all
 */
export function decideForStranger({ say, texts }: Decision, intent: Intent): boolean {
  if (intent.type === 'changed' || intent.type === 'nothing') return true;
  if (!isAboutOwnData(intent)) return false;
  say({ text: texts.yourData.nothingStored });
  return true;
}
