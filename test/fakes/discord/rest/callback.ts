import { ApplicationCommandAutocompleteCallbackRequestSchema } from 'discord-api-spec/zod';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import { refuseFor } from '../api-error.ts';
import type { Core } from '../core.ts';
import { checkMessage, NOTHING } from '../rules/messages.ts';
import { checkModal } from '../rules/modals.ts';
import { demandObject, schemaProblems } from '../rules/schema.ts';
import { type Answer, INTERACTION, type InteractionRecord } from '../world/interactions.ts';
import { createMessage, editMessage, messageJson } from '../world/messages.ts';
import { FLAG, type MessageRecord } from '../world/records.ts';
import type { UploadedFile } from './body.ts';
import { NO_CONTENT, ok, type Route } from './route.ts';
import { readAttachments } from './uploads.ts';

/** interactions/receiving-and-responding.mdx, Interaction Callback Type. */
const CALLBACK = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

type Responding = {
  readonly core: Core;
  readonly interaction: InteractionRecord;
  readonly body: Json;
  readonly data: Json;
  readonly files: readonly UploadedFile[];
};
type Given = { readonly answer: Answer; readonly message?: MessageRecord };

const { command, component, autocomplete, modalSubmit } = INTERACTION;
/** Which interactions may be answered by which callback (the same table and its notes). */
const ALLOWED: Readonly<Record<number, readonly number[]>> = {
  [CALLBACK.message]: [command, component, modalSubmit],
  [CALLBACK.deferred]: [command, component, modalSubmit],
  [CALLBACK.deferredUpdate]: [component, modalSubmit],
  [CALLBACK.update]: [component, modalSubmit],
  [CALLBACK.choices]: [autocomplete],
  [CALLBACK.modal]: [command, component],
};

function demandAllowed(type: unknown, interaction: InteractionRecord): void {
  const isUpdate = type === CALLBACK.update || type === CALLBACK.deferredUpdate;
  const fits = ALLOWED[Number(type)]?.includes(interaction.type) && !(isUpdate && !interaction.source);
  if (fits) return;
  const message = 'This callback type does not fit the interaction.';
  refuseFor([{ path: ['type'], code: 'INTERACTION_CALLBACK_TYPE_INVALID', message }]);
}

function addAnswer(
  { core, interaction }: Responding,
  draft: Partial<Parameters<typeof createMessage>[2]>,
): MessageRecord {
  const { channel, source, userId } = interaction;
  const isEphemeral = ((draft.flags ?? 0) & FLAG.ephemeral) !== 0;
  const message = createMessage(core, channel, {
    ...draft,
    authorId: core.world.bot.id,
    interactionId: interaction.id,
    type: interaction.type === command ? 20 : source ? 19 : 0,
    ...(source && { referencedId: source.id }),
    ...(isEphemeral && { ephemeralFor: userId }),
  });
  interaction.originalId = message.id;
  return message;
}

function answerWithMessage(responding: Responding): Given {
  const { core, interaction, data, files } = responding;
  const isEphemeral = (Number(data['flags'] ?? 0) & FLAG.ephemeral) !== 0;
  const attachments = readAttachments(core, interaction.channel.id, data, files, [], isEphemeral);
  const names = attachments.map(({ filename }) => filename);
  const after = checkMessage('answer', data, NOTHING, names, ['data']);
  const message = addAnswer(responding, {
    ...after,
    attachments,
    allowedMentions: data['allowed_mentions'] ?? undefined,
  });
  return { answer: { kind: 'message', messageId: message.id }, message };
}

function defer(responding: Responding): Given {
  const flags = Number(responding.data['flags'] ?? 0);
  // "The only valid message flag you may use is EPHEMERAL" (interactions/receiving-and-responding.mdx, Messages, *).
  if ((flags & ~FLAG.ephemeral) !== 0) {
    const message = 'Only EPHEMERAL can be set on a deferred answer.';
    refuseFor([{ path: ['data', 'flags'], code: 'BITFIELD_INVALID', message }]);
  }
  const message = addAnswer(responding, { flags: flags | FLAG.loading });
  return { answer: { kind: 'deferred', messageId: message.id }, message };
}

function update({ core, interaction, data, files }: Responding): Given {
  const message = interaction.source;
  if (!message) return { answer: { kind: 'updated' } };
  const attachments = readAttachments(core, interaction.channel.id, data, files, message.attachments);
  const names = attachments.map(({ filename }) => filename);
  const after = checkMessage('update', data, { ...message, fileNames: names }, names, ['data']);
  editMessage(core, interaction.channel, message, { ...after, attachments });
  interaction.originalId = message.id;
  return { answer: { kind: 'updated' }, message };
}

function suggest({ body, data }: Responding): Given {
  refuseFor(schemaProblems(ApplicationCommandAutocompleteCallbackRequestSchema, body));
  const choices = objectsOf(data['choices']).map(({ name, value }) => ({ name: textOf(name), value }));
  return { answer: { kind: 'choices', choices } };
}

function openModal({ interaction, body, data }: Responding): Given {
  checkModal(body);
  const [title, customId] = [textOf(data['title']), textOf(data['custom_id'])];
  const modal = { title, customId, components: objectsOf(data['components']), interactionId: interaction.id };
  return { answer: { kind: 'modal', modal } };
}

function respond(responding: Responding): Given {
  switch (responding.body['type']) {
    case CALLBACK.message:
      return answerWithMessage(responding);
    case CALLBACK.deferred:
      return defer(responding);
    case CALLBACK.deferredUpdate:
      responding.interaction.originalId = responding.interaction.source?.id ?? null;
      return { answer: { kind: 'deferredUpdate' } };
    case CALLBACK.update:
      return update(responding);
    case CALLBACK.choices:
      return suggest(responding);
    default:
      return openModal(responding);
  }
}

/** interactions/receiving-and-responding.mdx, Interaction Callback Response Object. */
function responseJson(
  core: Core,
  interaction: InteractionRecord,
  type: unknown,
  message?: MessageRecord,
): Json {
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & FLAG.loading) !== 0,
        response_message_ephemeral: (message.flags & FLAG.ephemeral) !== 0,
      }),
    },
    resource: { type, ...(message && { message: messageJson(core, message, true) }) },
  };
}

const callback: Route['handle'] = ({ params, query, json, files }, { core, interactions }) => {
  const interaction = interactions.awaiting(params['interaction'] ?? '', params['token'] ?? '');
  const body = demandObject(json);
  demandAllowed(body['type'], interaction);
  const data = isJson(body['data']) ? body['data'] : {};
  const { answer, message } = respond({ core, interaction, body, data, files });
  interaction.answer = answer;
  core.changed();
  if (query.get('with_response') !== 'true') return NO_CONTENT;
  return ok(responseJson(core, interaction, body['type'], message));
};

export const callbackRoute: Route = {
  method: 'POST',
  path: '/interactions/:interaction/:token/callback',
  byToken: true,
  handle: callback,
};
