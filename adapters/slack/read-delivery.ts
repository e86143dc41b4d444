import type { Heard } from './heard.ts';
import { type EventEnvelope, readEvent, teamOfEvent } from './incoming.ts';
import {
  type Interaction,
  readCommand,
  readInteraction,
  type SlashCommand,
  teamOfInteraction,
} from './interaction.ts';

/** What Slack delivers over either transport, authenticated as Slack's by the receiver. */
type Body =
  | { readonly kind: 'event'; readonly body: EventEnvelope }
  | { readonly kind: 'command'; readonly body: SlashCommand }
  | { readonly kind: 'interaction'; readonly body: Interaction };

const INTERACTIONS: readonly unknown[] = ['block_actions', 'view_submission', 'shortcut'];

function kindOf(body: object): Body | null {
  if ('command' in body) return { kind: 'command', body: body as SlashCommand };
  if (!('type' in body)) return null;
  if (body.type === 'event_callback') return { kind: 'event', body: body as EventEnvelope };
  return INTERACTIONS.includes(body.type) ? { kind: 'interaction', body: body as Interaction } : null;
}

/** The workspace that a delivery concerns, `null` where there is nothing in it for the bot. */
export function teamOfDelivery(delivery: object): string | null {
  const known = kindOf(delivery);
  switch (known?.kind) {
    case 'event':
      return teamOfEvent(known.body);
    case 'command':
      return known.body.team_id;
    case 'interaction':
      return teamOfInteraction(known.body);
    default:
      return null;
  }
}

/** What the bot has to hear of, in order; empty for what is none of its business. */
export function readDelivery(delivery: object, botUserId: string): readonly Heard[] {
  const known = kindOf(delivery);
  switch (known?.kind) {
    case 'event':
      return readEvent(known.body, botUserId);
    case 'command':
      return [readCommand(known.body)];
    case 'interaction': {
      const heard = readInteraction(known.body);
      return heard ? [heard] : [];
    }
    default:
      return [];
  }
}
