import { parseCommand } from '../../src/chat/commands.ts';
import type { Incoming } from '../../src/chat/message.ts';
import { choiceOf, type SlackAction, UPLOAD_ACTION } from './choices.ts';
import { eventIdOf } from './conversation-id.ts';
import { readSubmission, type SubmittedView } from './forms.ts';
import { type Heard, isDirectChannel } from './heard.ts';
import { toPlainText } from './plain-text.ts';
import { parseReplyToken } from './reply-token.ts';

const LONGEST_UNKNOWN = 60;

/** docs.slack.dev/interactivity/implementing-slash-commands */
export type SlashCommand = {
  readonly command: string;
  readonly text?: string;
  readonly team_id: string;
  readonly user_id: string;
  readonly user_name?: string;
  readonly channel_id: string;
  readonly trigger_id: string;
  readonly response_url?: string;
};

type Common = {
  readonly user: {
    readonly id: string;
    readonly username?: string;
    readonly name?: string;
    readonly team_id?: string;
  };
  readonly team?: { readonly id: string } | null;
  readonly trigger_id: string;
};
/** docs.slack.dev/reference/interaction-payloads */
export type Interaction =
  | (Common & {
      readonly type: 'block_actions';
      readonly actions: readonly SlackAction[];
      readonly response_url?: string;
      readonly channel?: { readonly id: string };
      readonly message?: { readonly thread_ts?: string };
      readonly container?: { readonly channel_id?: string; readonly thread_ts?: string };
    })
  | (Common & { readonly type: 'view_submission'; readonly view: SubmittedView })
  | (Common & { readonly type: 'shortcut'; readonly callback_id: string });

export function teamOfInteraction({ team, user }: Common): string {
  return team?.id ?? user.team_id ?? '';
}

/** A slash command, read as the words that it stands for. */
export function readCommand(command: SlashCommand): Heard {
  const { team_id: teamId, user_id: userId, channel_id: channelId } = command;
  return {
    id: eventIdOf('trigger', command.trigger_id),
    user: { teamId, userId },
    scope: scopeOf(channelId, null),
    origin: { channelId, threadTs: null, responseUrl: command.response_url ?? null },
    what: { type: 'command', ...wordsOf(command), attachments: [] },
    name: command.user_name ?? null,
    triggerId: command.trigger_id,
  };
}

function wordsOf({ command, text = '' }: SlashCommand) {
  const words = toPlainText(text).trim();
  const parsed = parseCommand(`${command} ${words}`);
  // What is no command goes on as it is, or its beginning: the bot says that it does not know it.
  return parsed && 'name' in parsed ? parsed : { name: words.slice(0, LONGEST_UNKNOWN), args: {} };
}

/** A press, a choice from a menu, a submitted form, a shortcut; `null` for all others, such as a press that opens a link. */
export function readInteraction(interaction: Interaction): Heard | null {
  const { user, trigger_id: triggerId } = interaction;
  const base = {
    id: eventIdOf('trigger', triggerId),
    user: { teamId: teamOfInteraction(interaction), userId: user.id },
    scope: 'direct',
    origin: { channelId: null, threadTs: null, responseUrl: null },
    name: user.username ?? user.name ?? null,
    triggerId,
  } as const;
  switch (interaction.type) {
    case 'block_actions': {
      const what = whatWasPressed(interaction.actions);
      if (!what) return null;
      const channelId = interaction.channel?.id ?? interaction.container?.channel_id ?? null;
      const threadTs = interaction.container?.thread_ts ?? interaction.message?.thread_ts ?? null;
      const responseUrl = interaction.response_url ?? null;
      return {
        ...base,
        scope: scopeOf(channelId, threadTs),
        origin: { channelId, threadTs, responseUrl },
        what,
      };
    }
    case 'view_submission': {
      const { view } = interaction;
      const origin = parseReplyToken(view.private_metadata ?? '') ?? base.origin;
      return {
        ...base,
        // Sent again after an answer of ours was lost, it has another trigger; the state of the view is the same.
        id: eventIdOf('view', `${view.id}:${view.hash ?? ''}`),
        scope: scopeOf(origin.channelId, origin.threadTs),
        origin,
        what: { type: 'form', form: view.callback_id, ...readSubmission(view, base.user.teamId) },
        triggerId: null,
      };
    }
    case 'shortcut':
      return { ...base, what: { type: 'command', name: 'start', args: {}, attachments: [] } };
    default:
      return null;
  }
}

function whatWasPressed([action]: readonly SlackAction[]): Heard['what'] | null {
  if (action?.action_id === UPLOAD_ACTION)
    return { type: 'command', name: 'cv upload', args: {}, attachments: [] };
  const choice = action ? choiceOf(action) : null;
  return choice === null ? null : { type: 'choice', choice };
}

function scopeOf(channelId: string | null, threadTs: string | null): Incoming['scope'] {
  if (channelId === null || isDirectChannel(channelId)) return 'direct';
  return threadTs === null ? 'channel' : 'thread';
}
