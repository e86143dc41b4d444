import { describe, expect, it } from 'vitest';
import { deriveKeyPoints } from '../../src/evaluation/key-points.ts';

describe('deriveKeyPoints', () => {
  it.each([
    ['What are the main operations of a stack?', 'push and pop', ['push', 'pop']],
    [
      'What is included in a class definition?',
      'Data members (attributes) and member functions.',
      ['Data members (attributes)', 'member functions'],
    ],
    ['What is a leaf?', 'A node that has no children.', ['A node that has no children']],
    [
      'What is the difference between a stack and a queue?',
      'A stack is last-in first-out (LIFO): the most recently pushed element is popped first. A queue is FIFO.',
      [
        'A stack is last-in first-out (LIFO)',
        'the most recently pushed element is popped first',
        'A queue is FIFO',
      ],
    ],
    [
      'Why do indexes slow down writes?',
      'Every insert, update or delete must also change the tree, and the index takes extra storage.',
      ['Every insert, update or delete must also change the tree', 'the index takes extra storage'],
    ],
    ['', '', []],
  ])('of %j are the clauses that say something new', (question, example, points) => {
    expect(deriveKeyPoints(example, question)).toEqual(points);
  });

  it('are at most six, each verbatim from the example answer', () => {
    const example = Array.from(
      { length: 12 },
      (_unused, number) => `Step ${number} changes part ${number} of it.`,
    ).join(' ');
    const points = deriveKeyPoints(example, 'What happens?');
    expect(points).toHaveLength(6);
    for (const point of points) expect(example).toContain(point);
  });

  it('never leaves out a Korean example answer', () => {
    expect(
      deriveKeyPoints(
        '스레드는 메모리를 공유합니다. 프로세스는 주소 공간이 분리됩니다.',
        '차이는 무엇인가요?',
      ),
    ).toHaveLength(2);
  });
});
