import { describe, expect, it } from 'vitest';
import { toPlainText, withoutMention } from '../../../adapters/slack/plain-text.ts';

describe('the text of a message', () => {
  it.each([
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
    ['see <http://example.org|example.org>', 'see example.org'],
    ['see <https://evil.example|your bank>', 'see your bank (https://evil.example)'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<@U1> and <@U1|kim>', '@U1 and @kim'],
    ['<#C1|general> <#C2>', '#general #C2'],
    ['<!here> <!subteam^S1|@group> <!date^1^{date}|today>', '@here @group today'],
    ['*bold* _x_ `code` ```\nfence```', '*bold* _x_ `code` ```\nfence```'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['인덱스 👩‍💻', '인덱스 👩‍💻'],
  ])('%s reads %s', (sent, read) => {
    expect(toPlainText(sent)).toBe(read);
  });

  it('is without the mention that called the bot, and with all others', () => {
    expect(withoutMention('<@UBOT> start <@U2> <@UBOT|bot>', 'UBOT')).toBe('start <@U2>');
    expect(withoutMention('<@UBOT>', 'UBOT')).toBe('');
  });
});
