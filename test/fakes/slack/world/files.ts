import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import type { FileRecord } from './records.ts';

const TYPES: Readonly<Record<string, readonly [filetype: string, mimetype: string]>> = {
  pdf: ['pdf', 'application/pdf'],
  txt: ['text', 'text/plain'],
  md: ['markdown', 'text/markdown'],
  json: ['json', 'application/json'],
  csv: ['csv', 'text/csv'],
  png: ['png', 'image/png'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
};

/** What Slack guesses from the name. */
export function typeOf(name: string): readonly [filetype: string, mimetype: string] {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? ['binary', 'application/octet-stream'];
}

type Draft = Pick<FileRecord, 'teamId' | 'userId' | 'name' | 'bytes'> &
  Partial<
    Pick<FileRecord, 'title' | 'altText' | 'mimetype' | 'filetype' | 'claimedBytes' | 'needsLookUp'>
  > & {
    readonly id?: string;
  };

export function addFile(core: Core, draft: Draft): FileRecord {
  const [filetype, mimetype] = typeOf(draft.name);
  const file: FileRecord = {
    title: draft.name,
    altText: '',
    filetype,
    mimetype,
    claimedBytes: draft.bytes.length,
    needsLookUp: false,
    createdAt: core.clock.now(),
    sharedIn: new Set(),
    deleted: false,
    ...draft,
    id: draft.id ?? core.ids.next('F'),
  };
  core.world.files.set(file.id, file);
  return file;
}

/** The part of a private link that names the file. */
export function privatePath(file: FileRecord, isDownload: boolean): string {
  const name = encodeURIComponent(file.name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '_'));
  return `/files-pri/${file.teamId}-${file.id}/${isDownload ? 'download/' : ''}${name}`;
}

/** docs.slack.dev/reference/objects/file-object. @param whole also where events tell only the id. */
export function fileJson(core: Core, file: FileRecord, whole = false): Json {
  if (file.deleted) return { id: file.id, mode: 'tombstone' };
  if (file.needsLookUp && !whole) {
    return { id: file.id, mode: 'file_access', file_access: 'check_file_info', user: file.userId };
  }
  const created = Math.floor(file.createdAt / 1000);
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.userId,
    user_team: file.teamId,
    editable: false,
    size: file.claimedBytes,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    ...(file.altText !== '' && { alt_txt: file.altText }),
    url_private: `${core.origin()}${privatePath(file, false)}`,
    url_private_download: `${core.origin()}${privatePath(file, true)}`,
    permalink: `${core.origin()}/files/${file.userId}/${file.id}`,
    has_rich_preview: false,
    file_access: 'visible',
  };
}
