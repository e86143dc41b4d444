import { describe, expect, it } from 'vitest';
import { parseMysqlUrl } from '../../src/store/mysql-url.ts';

describe('the URL of a MySQL server', () => {
  it('says where it is, who we are and which database', () => {
    expect(parseMysqlUrl('mysql://bot:s%40crèt%2F@db.example:3307/interview?tls=true')).toEqual({
      host: 'db.example',
      port: 3307,
      user: 'bot',
      password: 's@crèt/',
      database: 'interview',
      tls: 'verify',
    });
  });

  it('may leave out what has a usual value', () => {
    expect(parseMysqlUrl('mysql://root@[::1]/interview')).toMatchObject({
      host: '::1',
      port: 3306,
      password: '',
      tls: 'off',
    });
  });

  it.each([
    ['mysql:nonsense', 'names no host'],
    ['mysql://root:secret@127.0.0.1', 'names no database'],
    ['mysql://root:secret@127.0.0.1/a/b', 'names no database'],
    ['mysql://root:secret@127.0.0.1/a?ssl=1', 'has an option "ssl"'],
    ['mysql://root:secret@127.0.0.1/a?tls=yes', 'says tls=yes'],
  ])('is refused as %s, without its password', (url, sentence) => {
    expect(() => parseMysqlUrl(url)).toThrow(sentence);
    expect(() => parseMysqlUrl(url)).not.toThrow('secret');
  });
});
