import type { Core } from '../core.ts';
import { addFile } from '../world/files.ts';
import type { FileRecord, UserRecord } from '../world/records.ts';

/** A file that a person sends. */
export type Upload = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The size that Slack tells the bot, to lie about it. */
  readonly claimedBytes?: number;
  readonly mimetype?: string;
  readonly filetype?: string;
  /** As from another organisation by Slack Connect: events tell only its id (`file_access: check_file_info`). */
  readonly needsLookUp?: boolean;
};

export function uploaded(core: Core, user: UserRecord, file: Upload): FileRecord {
  return addFile(core, { ...file, teamId: user.teamId, userId: user.id });
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
