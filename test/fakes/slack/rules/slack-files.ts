import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Problem } from '../refusal.ts';
import type { FileRecord } from '../world/records.ts';

/** docs.slack.dev/reference/block-kit/composition-objects/slack-file-object: png, jpg, jpeg and gif. */
const IMAGES = ['png', 'jpg', 'jpeg', 'gif'];

/** Images of blocks that are files of Slack's must be there, and be images. */
export function imageFileProblems(
  files: ReadonlyMap<string, FileRecord>,
  blocks: readonly Json[],
  pointer: string,
): readonly Problem[] {
  const isImage = ({ id, url }: Json) => {
    const named = typeof id === 'string' ? id : [...files.keys()].find((key) => textOf(url).includes(key));
    const file = files.get(named ?? '');
    return file !== undefined && !file.deleted && IMAGES.includes(file.filetype);
  };
  return blocks.flatMap((block, index) =>
    [block, block['accessory'], ...objectsOf(block['elements'])].flatMap((holder) => {
      const file = isJson(holder) ? holder['slack_file'] : undefined;
      if (!isJson(file) || isImage(file)) return [];
      const [by] = Object.keys(file);
      return [{ message: 'invalid slack file', pointer: `${pointer}/${index}/slack_file.${by}/slack_file` }];
    }),
  );
}
