import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { type Json, objectsOf, textOf } from '../../support/json.ts';
import { type Problem, refusal, refuseFor } from '../api-error.ts';
import { FLAG } from '../world/records.ts';
import { componentProblems } from './components.ts';
import { embedProblems, isVisibleEmbed } from './embeds.ts';
import { mentionProblems } from './mentions.ts';
import { schemaProblems } from './schema.ts';

/** Which request brings a message. */
export type MessageRequest = 'create' | 'edit' | 'answer' | 'update' | 'followUp' | 'webhookEdit';

const SCHEMAS = {
  create: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  answer: IncomingWebhookInteractionRequestSchema,
  update: IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  followUp: IncomingWebhookInteractionRequestSchema,
  webhookEdit: IncomingWebhookUpdateRequestPartialSchema,
} as const;

/** In the documentation, not in the schemas: `animated` of an emoji. */
const DOCUMENTED = ['animated'];
/** developers/resources/message.mdx, Create Message: "up to 2000 characters"; the description allows 4,000. */
const MAX_CONTENT = 2000;

const EDITABLE = FLAG.suppressEmbeds | FLAG.isComponentsV2;
/** Flags that each request may set (the same page and interactions/receiving-and-responding.mdx, `flags`). */
const SETTABLE: Readonly<Record<MessageRequest, number>> = {
  create: EDITABLE | FLAG.suppressNotifications | FLAG.isVoiceMessage,
  edit: EDITABLE,
  answer: EDITABLE | FLAG.ephemeral | FLAG.isVoiceMessage | FLAG.suppressNotifications,
  update: EDITABLE | FLAG.ephemeral | FLAG.suppressNotifications,
  followUp: EDITABLE | FLAG.ephemeral | FLAG.isVoiceMessage | FLAG.suppressNotifications,
  webhookEdit: EDITABLE,
};

/** What a message is before the request: nothing when it is created. */
export type Before = {
  readonly flags: number;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly fileNames: readonly string[];
};
export const NOTHING: Before = { flags: 0, content: '', embeds: [], components: [], fileNames: [] };

/** What a message will be. */
export type After = Omit<Before, 'fileNames'>;

/**
 * Checks the body of a request that makes or changes a message.
 * @param fileNames names of the files the message will have.
 * @param path where in the request the message is (`['data']` for interaction callbacks).
 * @throws ApiError 50035 with a tree, 50006 for an empty message.
 */
export function checkMessage(
  request: MessageRequest,
  body: Json,
  before: Before,
  fileNames: readonly string[],
  path: readonly string[] = [],
): After {
  const flags = typeof body['flags'] === 'number' ? body['flags'] : before.flags;
  const after: After = {
    flags,
    // What stands around the text is cut off, so that spaces alone are an empty message.
    content: 'content' in body ? textOf(body['content']).trim() : before.content,
    embeds: 'embeds' in body ? objectsOf(body['embeds']) : before.embeds,
    components: 'components' in body ? objectsOf(body['components']) : before.components,
  };
  const broken = schemaProblems(SCHEMAS[request], withoutIdle(body), DOCUMENTED);
  const problems = broken.length > 0 ? broken : documentedProblems(request, body, before, after, fileNames);
  refuseFor(problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
  if (!hasSomething(after, body, fileNames)) throw refusal(50006);
  return after;
}

/** discord.js sends these with every message, also where they mean nothing; so they are let pass while they are off. */
function withoutIdle(body: Json): Json {
  const idle = ['tts', 'enforce_nonce'];
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => !(idle.includes(name) && value === false)),
  );
}

function documentedProblems(
  request: MessageRequest,
  body: Json,
  before: Before,
  after: After,
  fileNames: readonly string[],
): readonly Problem[] {
  const isV2 = (after.flags & FLAG.isComponentsV2) !== 0;
  const tooLong: Problem[] =
    after.content.length > MAX_CONTENT
      ? [
          {
            path: ['content'],
            code: 'BASE_TYPE_MAX_LENGTH',
            message: `Must be ${MAX_CONTENT} or fewer in length.`,
          },
        ]
      : [];
  return [
    ...tooLong,
    ...flagProblems(request, before.flags, after.flags),
    ...(isV2 ? legacyFieldProblems(body, after) : []),
    ...embedProblems(after.embeds),
    ...componentProblems(after.components, isV2, fileNames),
    ...mentionProblems(body['allowed_mentions']),
  ];
}

function flagProblems(request: MessageRequest, before: number, after: number): readonly Problem[] {
  const problem = (code: string, message: string): Problem[] => [{ path: ['flags'], code, message }];
  // developers/resources/message.mdx, Message Flags: "once a message has been sent with this flag, it can't be removed".
  if ((before & ~after & FLAG.isComponentsV2) !== 0) {
    return problem(
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The IS_COMPONENTS_V2 message flag cannot be removed',
    );
  }
  const set = after & ~before & ~SETTABLE[request];
  return set === 0 ? [] : problem('BITFIELD_INVALID', `The flags ${set} cannot be set here.`);
}

/** developers/resources/message.mdx, Message Flags: IS_COMPONENTS_V2 does without content, embeds, poll and stickers. */
function legacyFieldProblems(body: Json, after: After): readonly Problem[] {
  const used = [
    ...(after.content === '' ? [] : ['content']),
    ...(after.embeds.length === 0 ? [] : ['embeds']),
    ...['poll', 'sticker_ids'].filter((name) => {
      const value = body[name];
      return Array.isArray(value) ? value.length > 0 : value != null;
    }),
  ];
  return used.map((name) => ({
    path: [name],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}

/** developers/resources/message.mdx, Create Message: at least one of content, embeds, stickers, components, files, poll. */
function hasSomething(after: After, body: Json, fileNames: readonly string[]): boolean {
  return (
    after.content !== '' ||
    after.embeds.some(isVisibleEmbed) ||
    after.components.length > 0 ||
    fileNames.length > 0 ||
    (Array.isArray(body['sticker_ids']) && body['sticker_ids'].length > 0) ||
    body['poll'] != null
  );
}
