import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { postAnswer } from '../web/response-url.ts';
import type { Occasion } from '../world/response-urls.ts';

/**
 * Shows what a command was acknowledged with (docs.slack.dev/interactivity/implementing-slash-commands, Responding
 * with an immediate message). Of what is no message the person sees that the command failed.
 */
export function isShown(core: Core, occasion: Occasion, answer: Json): boolean {
  if (Object.keys(answer).length === 0) return true;
  try {
    postAnswer(core, occasion, answer);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    core.mistake(`answered a command with something invalid: ${error.code}`, { answer, ...error.details });
    return false;
  }
}
