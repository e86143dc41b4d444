import { describe, expect, it } from 'vitest';
import { readLine, toIncoming } from '../../../adapters/terminal/incoming.ts';
import type { ConversationId, EventId, MessageId, PlatformUserId } from '../../../src/chat/message.ts';

const lastMessage = 'terminal:last' as MessageId;
const context = {
  choices: [
    { id: 'position:be', label: 'Backend' },
    { id: 'position:fe', label: 'Frontend' },
  ],
  lastMessage,
  home: '/home/somebody',
};

describe('readLine', () => {
  it.each([
    ['  An answer.  ', { type: 'message', text: 'An answer.' }],
    ['start', { type: 'message', text: 'start' }],
    ['first\nsecond', { type: 'message', text: 'first\nsecond' }],
    ['/etc/hosts is a file', { type: 'message', text: '/etc/hosts is a file' }],
    ['2', { type: 'choice', choice: 'position:fe' }],
    ['3', { type: 'message', text: '3' }],
    ['0', { type: 'message', text: '0' }],
    ['-1', { type: 'message', text: '-1' }],
    ['2 of them', { type: 'message', text: '2 of them' }],
    ['/start be', { type: 'command', name: 'start', args: { position: 'be' } }],
    ['/interview', { type: 'command', name: 'help', args: {} }],
    ['/upload', { type: 'command', name: 'cv upload', args: {} }],
    ['/cv upload', { type: 'command', name: 'cv upload', args: {} }],
    ['/cv delete 1', { type: 'command', name: 'cv delete', args: { n: '1' } }],
    ['/upload cv.pdf', { type: 'upload', path: 'cv.pdf' }],
    ['/upload My CV.pdf', { type: 'upload', path: 'My CV.pdf' }],
    ['/UPLOAD "My CV.pdf"', { type: 'upload', path: 'My CV.pdf' }],
    ["/cv upload 'My CV.pdf'", { type: 'upload', path: 'My CV.pdf' }],
    ['/interview cv upload ~/My\\ CV.pdf', { type: 'upload', path: '/home/somebody/My CV.pdf' }],
    ['cv upload ~/cv.PDF', { type: 'upload', path: '/home/somebody/cv.PDF' }],
    ['이력서 업로드 이력서.pdf', { type: 'upload', path: '이력서.pdf' }],
    ['cv upload should be asynchronous', { type: 'message', text: 'cv upload should be asynchronous' }],
    ['/edit A better answer.', { type: 'edit', messageId: lastMessage, text: 'A better answer.' }],
    ['/edit', { type: 'nothingToEdit' }],
    ['/delete', { type: 'deleted', messageId: lastMessage }],
    ['/frobnicate', { type: 'unknownCommand', typed: 'frobnicate' }],
    ['/quit', { type: 'quit' }],
    ['quit', { type: 'message', text: 'quit' }],
    ['   ', { type: 'nothing' }],
  ])('understands %j', (line, meaning) => {
    expect(readLine(line, context)).toEqual(meaning);
  });

  it.each(['/edit something', '/delete'])(
    'has nothing to change with %s before anything was said',
    (line) => {
      expect(readLine(line, { ...context, lastMessage: null })).toEqual({ type: 'nothingToEdit' });
    },
  );
});

describe('toIncoming', () => {
  const envelope = {
    id: 'terminal:event' as EventId,
    conversation: 'terminal:candidate' as ConversationId,
    from: { id: 'terminal:candidate' as PlatformUserId, name: 'candidate' },
    opensForm: 'fields' as const,
    at: 1,
    messageId: 'terminal:new' as MessageId,
    final: true,
  };

  it('marks the line of a pipe as the whole message, and an edit as one of the earlier message', () => {
    const line = toIncoming({ type: 'message', text: 'x' }, envelope);
    expect(line).toMatchObject({ messageId: 'terminal:new', final: true, scope: 'direct', attachments: [] });
    const edit = toIncoming({ type: 'edit', messageId: lastMessage, text: 'y' }, envelope);
    expect(edit).toMatchObject({ type: 'message', messageId: lastMessage, text: 'y', edit: true });
    expect(edit).not.toHaveProperty('final');
  });

  it('leaves a typed message open', () => {
    expect(toIncoming({ type: 'message', text: 'x' }, { ...envelope, final: false })).not.toHaveProperty(
      'final',
    );
  });
});
