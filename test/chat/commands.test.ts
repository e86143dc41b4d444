import { describe, expect, it } from 'vitest';
import { COMMANDS, parseCommand, parsePlainWord, parsePosition } from '../../src/chat/commands.ts';
import { POSITIONS } from '../../src/questions/question.ts';

describe('the table of commands', () => {
  it('describes every command in both languages within what a platform shows', () => {
    for (const { name, description } of COMMANDS) {
      for (const text of [description.en, description.ko]) {
        expect(text.length, name).toBeGreaterThan(0);
        expect(text.length, name).toBeLessThanOrEqual(100);
      }
    }
  });

  it('gives no word to two commands', () => {
    const words = COMMANDS.flatMap(({ name, words }) => [name, ...words.en, ...words.ko]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('has a plain word for every command in both languages', () => {
    for (const { name, words } of COMMANDS) {
      for (const word of [name, ...words.en, ...words.ko]) {
        expect(parsePlainWord(word), word).toEqual({ name, args: {} });
      }
      expect(words.ko.length, name).toBeGreaterThan(0);
    }
  });

  it('knows the positions of the question bank and no others', () => {
    const [position] = COMMANDS[0].arguments;
    expect(position.values.map(({ value }) => value)).toEqual([...POSITIONS]);
  });
});

describe('parseCommand', () => {
  it.each([
    ['/interview start be', 'start', { position: 'be' }],
    ['/interview', 'help', {}],
    ['/interview help', 'help', {}],
    ['  /start be  ', 'start', { position: 'be' }],
    ['/START Back-End', 'start', { position: 'be' }],
    ['/start back end full', 'start', { position: 'be', format: 'full' }],
    ['/start full mobile', 'start', { position: 'mobile', format: 'full' }],
    ['/start be full caching', 'start', { position: 'be', format: 'full', topic: 'caching' }],
    [
      '/start be distributed systems and caching at scale',
      'start',
      { position: 'be', topic: 'distributed systems and caching at scale' },
    ],
    ['/start marketing', 'start', { topic: 'marketing' }],
    ['/start', 'start', {}],
    ['/시작 백엔드', 'start', { position: 'be' }],
    ['/면접 시작 프론트엔드', 'start', { position: 'fe' }],
    ['/면접', 'help', {}],
    ['/도움말', 'help', {}],
    ['/next', 'next', {}],
    ['/cv', 'cv list', {}],
    ['/cv upload', 'cv upload', {}],
    ['/cv delete 2', 'cv delete', { n: '2' }],
    ['/이력서 삭제 1', 'cv delete', { n: '1' }],
    ['/report #3', 'report', { n: '3' }],
    ['/report 3번', 'report', { n: '3' }],
    ['/report last', 'report', { n: 'last' }],
    ['/language ko', 'language', { language: 'ko' }],
    ['/language Korean', 'language', { language: 'ko' }],
    ['/언어 영어', 'language', { language: 'en' }],
    ['/language fr', 'language', { language: 'fr' }],
  ])('reads %s as a command', (text, name, args) => {
    expect(parseCommand(text)).toEqual({ name, args });
  });

  it('reads Hangul that a Mac has decomposed', () => {
    expect(parseCommand('/시작 백엔드'.normalize('NFD'))).toEqual({
      name: 'start',
      args: { position: 'be' },
    });
  });

  it.each([
    ['/frobnicate', 'frobnicate'],
    ['/interview frobnicate', 'interview frobnicate'],
    ['/starting be', 'starting be'],
  ])('says that %s is no command', (text, unknown) => {
    expect(parseCommand(text)).toEqual({ unknown });
  });

  it.each([
    'start',
    '',
    '/',
    '/ is the root of the file system',
    '/etc/hosts maps names to addresses',
    '/api is where the gateway sends those requests',
    '/next step would be to shard the table',
    '/start\nwith two lines',
    'Use /start to begin',
    '5/2',
  ])('takes %j for prose', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});

describe('parsePlainWord', () => {
  it.each([
    ['start', 'start', {}],
    ['Start!', 'start', {}],
    ['시작', 'start', {}],
    ['start backend', 'start', { position: 'be' }],
    ['백엔드 시작', 'start', { position: 'be' }],
    ['시작 모바일 풀', 'start', { position: 'mobile', format: 'full' }],
    ['start be rest-api-design', 'start', { position: 'be', topic: 'rest-api-design' }],
    ['help?', 'help', {}],
    ['도움말', 'help', {}],
    ['다음', 'next', {}],
    ['건너뛰기', 'skip', {}],
    ['그만', 'stop', {}],
    ['language en', 'language', { language: 'en' }],
    ['언어 한국어', 'language', { language: 'ko' }],
    ['report 2', 'report', { n: '2' }],
    ['보고서 2', 'report', { n: '2' }],
    ['cv delete 1', 'cv delete', { n: '1' }],
    ['이력서', 'cv list', {}],
  ])('takes %s for a command', (text, name, args) => {
    expect(parsePlainWord(text)).toEqual({ name, args });
  });

  it.each([
    'Start with the database',
    'start be with an index',
    'Next I would add a cache',
    'Stop the world collectors pause every thread',
    'help desk',
    'language models predict tokens',
    'report 2 bugs',
    'The status is stored in Redis',
    'skip list',
    'start\nbe',
    '시작점은 데이터베이스입니다',
    '다음 단계는 캐시를 두는 것입니다',
    '/start',
    '',
  ])('leaves the answer %j alone', (text) => {
    expect(parsePlainWord(text)).toBeNull();
  });
});

describe('parsePosition', () => {
  it.each([
    ['be', 'be'],
    ['Back-End', 'be'],
    ['back end', 'be'],
    ['backend developer', 'be'],
    ['백엔드', 'be'],
    ['백엔드 개발자', 'be'],
    ['백엔드개발자', 'be'],
    ['Frontend.', 'fe'],
    ['프론트엔드', 'fe'],
    ['모바일', 'mobile'],
    ['iOS', 'mobile'],
    ['Android engineer', 'mobile'],
    ['인공지능', 'ai'],
    ['ML', 'ai'],
    ['machine learning', 'ai'],
  ])('reads %s', (text, position) => {
    expect(parsePosition(text)).toBe(position);
  });

  it.each(['', 'designer', 'I would like backend', 'b', 'developer'])('does not guess from %j', (text) => {
    expect(parsePosition(text)).toBeNull();
  });
});
