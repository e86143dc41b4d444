import type { Json } from '../../support/json.ts';
import { isJson, objectsOf, textOf } from '../../support/json.ts';
import { Refusal, refuseFor } from '../refusal.ts';
import { readContent } from '../rules/message.ts';
import { addFile, fileJson } from '../world/files.ts';
import { createMessage } from '../world/messages.ts';
import type { FileRecord } from '../world/records.ts';
import { integer, json, required, text, timestamp } from './arguments.ts';
import { memberChannel, threadOf } from './lookups.ts';
import { type Caller, defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/files.getUploadURLExternal, alt_txt_too_large. */
const MAX_ALT_TEXT = 1000;

const getUploadUrl = defineMethod('files.getUploadURLExternal', {
  tier: 4,
  scopes: ['files:write'],
  takes: {
    filename: required(text),
    length: required(integer),
    alt_txt: text,
    // @slack/web-api calls it so; the page does not.
    alt_text: text,
    snippet_type: text,
  },
  handle({ filename, length, alt_txt: altTxt, alt_text: altText = altTxt ?? '' }, { core, team }) {
    if (length === 0) throw new Refusal('missing_argument');
    if (altText.length > MAX_ALT_TEXT) throw new Refusal('alt_txt_too_large');
    const { id, path } = core.uploads.expect({ teamId: team.id, name: filename, length, altText });
    return { upload_url: `${core.origin()}${path}`, file_id: id };
  },
});

/** docs.slack.dev/reference/methods/files.completeUploadExternal. */
const completeUpload = defineMethod('files.completeUploadExternal', {
  tier: 4,
  scopes: ['files:write'],
  takes: {
    files: required(json),
    channel_id: text,
    thread_ts: timestamp,
    initial_comment: text,
    blocks: json,
  },
  handle(given, caller): Json {
    const { core, team } = caller;
    const channel = given.channel_id === undefined ? undefined : uploadChannel(caller, given.channel_id);
    if (!channel && given.thread_ts !== undefined) {
      refuseFor('invalid_arguments', [{ message: 'missing required field: channel_id', pointer: '' }]);
    }
    const thread = channel && threadOf(channel, given.thread_ts);
    const files = uploadedFiles(caller, given.files);
    if (channel) {
      // "If the initial_comment field is provided, the blocks field is ignored."
      const hasWords = given.initial_comment !== undefined || given.blocks !== undefined;
      const { text: words, blocks } = hasWords
        ? readContent(core, given.initial_comment === undefined ? given : { text: given.initial_comment })
        : { text: '', blocks: [] };
      const isFrom = { userId: team.bot.userId, isFromBot: true };
      createMessage(core, channel, { ...isFrom, text: words, blocks, files, ...thread });
    }
    return { files: files.map(({ id, title }) => ({ id, title })) };
  },
});

/** Only a conversation's id will do, not a person's. */
function uploadChannel(caller: Caller, id: string) {
  if (caller.core.world.users.has(id)) throw new Refusal('channel_not_found');
  return memberChannel(caller, id);
}

/** @throws Refusal file_not_found when a file was never uploaded, or is shared already. */
function uploadedFiles({ core, team }: Caller, given: unknown): readonly FileRecord[] {
  const isList = Array.isArray(given) && given.length > 0 && given.every(isJson);
  const pointer = '/files';
  if (!isList) refuseFor('invalid_arguments', [{ message: 'must provide at least 1 items', pointer }]);
  return objectsOf(given).map((entry) => {
    const unknown = Object.keys(entry).filter((name) => !['id', 'title', 'highlight_type'].includes(name));
    refuseFor(
      'invalid_arguments',
      unknown.map((name) => ({ message: `invalid additional property: ${name}`, pointer })),
    );
    const upload = core.uploads.finish(textOf(entry['id']), team.id);
    if (!upload) throw new Refusal('file_not_found');
    const { id, name, altText, bytes } = upload;
    const title = textOf(entry['title']) || name;
    return addFile(core, { id, teamId: team.id, userId: team.bot.userId, name, title, altText, bytes });
  });
}

function fileFor({ core, team }: Caller, id: string): FileRecord {
  const file = core.world.files.get(id);
  if (file?.teamId !== team.id) throw new Refusal('file_not_found');
  if (file.deleted) throw new Refusal('file_deleted');
  return file;
}

/** docs.slack.dev/reference/methods/files.info. */
const info = defineMethod('files.info', {
  tier: 4,
  scopes: ['files:read'],
  formOnly: true,
  takes: { file: required(text), cursor: text, limit: integer },
  handle: ({ file }, caller) => ({
    file: fileJson(caller.core, fileFor(caller, file), true),
    comments: [],
    response_metadata: { next_cursor: '' },
  }),
});

/** docs.slack.dev/reference/methods/files.delete. */
const remove = defineMethod('files.delete', {
  tier: 3,
  scopes: ['files:write'],
  takes: { file: required(text) },
  handle({ file: id }, caller) {
    const file = fileFor(caller, id);
    if (file.userId !== caller.team.bot.userId) throw new Refusal('cant_delete_file');
    file.deleted = true;
    caller.core.changed();
    return {};
  },
});

export const fileMethods: readonly Method[] = [getUploadUrl, completeUpload, info, remove];
