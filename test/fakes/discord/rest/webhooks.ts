import { refusal } from '../api-error.ts';
import type { Core } from '../core.ts';
import { checkMessage, NOTHING } from '../rules/messages.ts';
import { demandObject } from '../rules/schema.ts';
import type { InteractionRecord } from '../world/interactions.ts';
import { createMessage, deleteMessage, editMessage, messageJson } from '../world/messages.ts';
import { FLAG, type MessageRecord } from '../world/records.ts';
import { type ApiRequest, NO_CONTENT, ok, type Route, type Server } from './route.ts';
import { readAttachments } from './uploads.ts';

function interactionOf({ params }: ApiRequest, { interactions }: Server): InteractionRecord {
  return interactions.answered(params['application'] ?? '', params['token'] ?? '');
}

/** A message made with this token; `@original` is the first answer. @throws ApiError 10008 */
function messageOf({ params }: ApiRequest, interaction: InteractionRecord): MessageRecord {
  const id = params['message'] === '@original' ? interaction.originalId : (params['message'] ?? '');
  const message = interaction.channel.messages.get(id ?? '');
  const isIts = message?.interactionId === interaction.id || message?.id === interaction.originalId;
  if (!message || !isIts) throw refusal(10008);
  return message;
}

function change(core: Core, interaction: InteractionRecord, message: MessageRecord, request: ApiRequest) {
  const body = demandObject(request.json);
  const isEphemeral = message.ephemeralFor !== undefined;
  const { channel } = interaction;
  const attachments = readAttachments(
    core,
    channel.id,
    body,
    request.files,
    message.attachments,
    isEphemeral,
  );
  const names = attachments.map(({ filename }) => filename);
  const after = checkMessage('webhookEdit', body, { ...message, fileNames: names }, names);
  editMessage(core, channel, message, { ...after, attachments });
  return ok(messageJson(core, message, true));
}

/** interactions/receiving-and-responding.mdx, Create Followup Message. */
const followUp: Route['handle'] = (request, server) => {
  const { core, interactions } = server;
  const interaction = interactionOf(request, server);
  const { channel } = interaction;
  const body = demandObject(request.json);
  const original = channel.messages.get(interaction.originalId ?? '');
  const isLoading = original !== undefined && (original.flags & FLAG.loading) !== 0;
  // The first follow-up takes the place of "thinking…", whose ephemerality stays.
  const isEphemeral = isLoading
    ? original.ephemeralFor !== undefined
    : (Number(body['flags'] ?? 0) & FLAG.ephemeral) !== 0;
  const attachments = readAttachments(core, channel.id, body, request.files, [], isEphemeral);
  const after = checkMessage(
    'followUp',
    body,
    NOTHING,
    attachments.map(({ filename }) => filename),
  );
  interactions.countFollowUp(interaction);
  if (isLoading) {
    const flags = (after.flags & ~FLAG.ephemeral) | (original.flags & FLAG.ephemeral);
    editMessage(core, channel, original, { ...after, attachments, flags });
    return ok(messageJson(core, original, true));
  }
  const message = createMessage(core, channel, {
    authorId: core.world.bot.id,
    ...after,
    attachments,
    interactionId: interaction.id,
    allowedMentions: body['allowed_mentions'] ?? undefined,
    ...(interaction.originalId !== null && { type: 19, referencedId: interaction.originalId }),
    ...(isEphemeral && { ephemeralFor: interaction.userId }),
  });
  return ok(messageJson(core, message, true));
};

const get: Route['handle'] = (request, server) =>
  ok(messageJson(server.core, messageOf(request, interactionOf(request, server)), true));

const edit: Route['handle'] = (request, server) => {
  const interaction = interactionOf(request, server);
  return change(server.core, interaction, messageOf(request, interaction), request);
};

const remove: Route['handle'] = (request, server) => {
  const interaction = interactionOf(request, server);
  deleteMessage(server.core, interaction.channel, messageOf(request, interaction));
  return NO_CONTENT;
};

const WEBHOOK = '/webhooks/:application/:token';
const MESSAGE = `${WEBHOOK}/messages/:message`;

/** Interaction tokens used as webhooks: they "share the same rate limit properties as normal webhooks" (same page). */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: WEBHOOK, byToken: true, limit: [5, 2_000], handle: followUp },
  { method: 'GET', path: MESSAGE, byToken: true, limit: [5, 2_000], handle: get },
  { method: 'PATCH', path: MESSAGE, byToken: true, limit: [5, 2_000], handle: edit },
  { method: 'DELETE', path: MESSAGE, byToken: true, limit: [5, 2_000], handle: remove },
];
