import { describe, expect, it } from 'vitest';
import {
  type Details,
  loginKey,
  passwordProblem,
  problemsOf,
  readDetails,
} from '../../src/accounts/credentials.ts';

const DETAILS: Details = { username: 'Kim.Dev', name: 'Kim Min-seo', email: 'minseo.kim@example.org' };

describe('details', () => {
  it('are stored in one form, however they were typed', () => {
    const typed = {
      username: '  개발자 '.normalize('NFD'),
      name: ' Kim   Min-seo ',
      email: ' MinSeo.Kim@Example.ORG ',
    };
    expect(readDetails(typed)).toEqual({
      username: '개발자',
      name: 'Kim Min-seo',
      email: 'minseo.kim@example.org',
    });
    expect(loginKey(' Kim.Dev ')).toBe('kim.dev');
  });

  it.each(['abc', 'A-b_c.9', '개발자', 'x'.repeat(30)])('take %j for a username', (username) => {
    expect(problemsOf({ ...DETAILS, username })).toEqual([]);
  });

  it.each([
    '',
    'ab',
    'x'.repeat(31),
    'has space',
    'a@b.c',
    'аdmin',
    'name\u200b',
    '../x',
    'ㄱㄴㄷ',
    "o'hara",
  ])('do not take %j for a username', (username) => {
    expect(problemsOf({ ...DETAILS, username })).toEqual(['username_form']);
  });

  it.each(['a@b.co', 'first.last+tag@sub.example.org', '한글@예시.한국'])(
    'take %j for an address',
    (email) => {
      expect(problemsOf({ ...DETAILS, email })).toEqual([]);
    },
  );

  it.each([
    '',
    'a',
    'a@',
    '@b.co',
    'a@b',
    'a b@c.de',
    'a@b..co',
    'a@.co',
    'a@b.co, c@d.ef',
    `${'x'.repeat(250)}@b.co`,
  ])('do not take %j for an address', (email) => {
    expect(problemsOf({ ...DETAILS, email })).toEqual(['email_form']);
  });

  it('are all named when several are wrong', () => {
    expect(problemsOf({ username: '', name: '', email: '' })).toEqual([
      'username_form',
      'name_missing',
      'email_form',
    ]);
  });

  it('are told about without delay, however long what was typed is', () => {
    const long = 'a.'.repeat(100_000);
    expect(problemsOf(readDetails({ username: long, name: long, email: `${long}@${long}` }))).toHaveLength(3);
  });
});

describe('a password', () => {
  it.each(['correct horse battery', 'x7#Lq9!vTz', '내가 만든 긴 비밀번호', `${'ab'.repeat(3)}Wxyz`])(
    'may be %j',
    (password) => {
      expect(passwordProblem(password, password, DETAILS)).toBeNull();
    },
  );

  it.each([
    ['short one', 'password_short'],
    ['한글은세바이트씩이라서스물다섯자면더길어지는거예요오오', 'password_long'],
    ['x7#Lq9!vTz'.repeat(8), 'password_long'],
    [' leads with a space', 'password_edges'],
    ['ends with one ', 'password_edges'],
    ['Minseo.Kim', 'password_personal'],
    ['kim min-seo', 'password_personal'],
    ['kim.dev12345!', 'password_personal'],
    ['MINSEO.KIM@example.org', 'password_personal'],
    ['aaaaaaaaaaaa', 'password_simple'],
    ['abababababab', 'password_simple'],
    ['qwertyuiop', 'password_simple'],
    ['0987654321', 'password_simple'],
    ['Password123!', 'password_simple'],
    ['passwordpassword', 'password_simple'],
  ])('may not be %j: %s', (password, problem) => {
    expect(passwordProblem(password, password, DETAILS)).toBe(problem);
  });

  it('is the same in decomposed Hangul', () => {
    const password = '내가 만든 긴 비밀번호';
    expect(passwordProblem(password.normalize('NFD'), password, DETAILS)).toBeNull();
    expect(passwordProblem(password, `${password}!`, DETAILS)).toBe('password_differs');
  });
});
