import { describe, expect, it } from 'vitest';
import {
  parseAttachmentRef,
  toInteractionAttachment,
  toMessageAttachment,
} from '../../../adapters/discord/attachment-ref.ts';
import type { AttachmentRef } from '../../../src/chat/message.ts';

const FILE = {
  id: '3',
  url: 'https://cdn.discordapp.com/attachments/1/3/cv.pdf?ex=1',
  filename: 'cv.pdf',
  size: 7,
};

describe('files that people send', () => {
  it.each([
    ['cv.pdf', undefined, 'cv.pdf'],
    ['My_CV_.pdf', 'My CV (이력서)', 'My CV (이력서).pdf'],
    ['unknown.pdf', '이력서.PDF', '이력서.PDF'],
    ['file.pdf', '이력서'.normalize('NFD'), '이력서.pdf'],
  ])('called %s with the title %s are called %s', (filename, title, name) => {
    const file = { ...FILE, filename, ...(title !== undefined && { title }) };
    expect(toMessageAttachment(file, '1', '2')).toMatchObject({ name, bytes: 7 });
  });

  it('can be found again in their message, where they stand in one', () => {
    const found = { url: FILE.url, attachmentId: '3' };
    expect(parseAttachmentRef(toMessageAttachment(FILE, '1', '2'))).toEqual({
      ...found,
      message: { channelId: '1', messageId: '2' },
    });
    expect(parseAttachmentRef(toInteractionAttachment(FILE))).toEqual({ ...found, message: null });
  });

  it.each(['', 'null', '/etc/passwd', 'https://cdn.discordapp.com/x', '{"url":1}'])(
    'are not what %j says',
    (ref) => {
      expect(parseAttachmentRef({ ref, name: 'x' } as AttachmentRef)).toBeNull();
    },
  );
});
