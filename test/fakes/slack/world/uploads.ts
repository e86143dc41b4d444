import { type Ids, secret } from '../ids.ts';

export type Upload = {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly length: number;
  readonly altText: string;
  bytes: Uint8Array;
};

/** Files on their way from the app (docs.slack.dev/messaging/working-with-files, Uploading files). */
export type Uploads = {
  expect(draft: Omit<Upload, 'id' | 'bytes'>): { readonly id: string; readonly path: string };
  /** Takes the bytes; `false` when nothing is expected there or their number is another. */
  receive(path: string, bytes: Uint8Array): boolean;
  /** The upload, once its bytes are there; it is gone afterwards. */
  finish(id: string, teamId: string): Upload | undefined;
};

export function createUploads(ids: Ids): Uploads {
  const byPath = new Map<string, Upload>();
  return {
    expect(draft) {
      const upload: Upload = { ...draft, id: ids.next('F'), bytes: new Uint8Array() };
      const path = `/upload/v1/${secret()}`;
      byPath.set(path, upload);
      return { id: upload.id, path };
    },
    receive(path, bytes) {
      const upload = byPath.get(path);
      if (upload?.length !== bytes.length) return false;
      upload.bytes = bytes;
      return true;
    },
    finish(id, teamId) {
      const found = [...byPath].find(([, upload]) => upload.id === id && upload.teamId === teamId);
      if (!found || found[1].bytes.length === 0) return undefined;
      byPath.delete(found[0]);
      return found[1];
    },
  };
}
