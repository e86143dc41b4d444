import { App, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeSlack, type FakeSlack } from './slack/index.ts';

describe('the stand-in of Slack with @slack/bolt on Socket Mode', () => {
  let slack: FakeSlack;
  let app: App;

  beforeEach(async () => {
    slack = await createFakeSlack();
    app = new App({
      token: slack.botToken,
      appToken: slack.appToken,
      socketMode: true,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
  });
  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  const start = async () => {
    await app.start();
    await slack.waitFor(() => slack.socketMode.connections().length > 0);
  };

  it('carries a conversation in direct messages', async () => {
    app.message(async ({ message, say }) => {
      await say(`You said ${'text' in message ? message.text : ''}`);
    });
    await start();
    const candidate = slack.createPerson('Candidate');
    candidate.dm.say('a < b');
    const answer = await slack.waitFor(() => candidate.dm.messages.find(({ isFromBot }) => isFromBot));
    expect(answer.text).toBe('You said a &lt; b');
    expect(slack.mistakes).toEqual([]);
  });

  it('carries buttons, menus and edits', async () => {
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'Gone' });
    });
    app.action('where', async ({ ack, action, client, body }) => {
      await ack();
      const chosen = action.type === 'static_select' ? action.selected_option.value : '';
      const channel = body.channel?.id ?? '';
      await client.chat.postEphemeral({ channel, user: body.user.id, text: `To ${chosen}` });
    });
    await start();
    const candidate = slack.createPerson('Candidate');
    await app.client.chat.postMessage({
      channel: candidate.dm.id,
      text: 'Go?',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } },
            {
              type: 'static_select',
              action_id: 'where',
              options: [{ text: { type: 'plain_text', text: 'There' }, value: 'there' }],
            },
          ],
        },
      ],
    });
    const [question] = candidate.dm.messages;
    expect(question?.buttons.map(({ label }) => label)).toEqual(['Go']);
    expect(await candidate.choose(question!, 'where', 'there')).toBe('acknowledged');
    await slack.waitFor(() =>
      candidate.dm.messages.find(({ isEphemeral, text }) => isEphemeral && text === 'To there'),
    );
    expect(await candidate.click(question!, 'go')).toBe('acknowledged');
    await slack.waitFor(() => candidate.dm.messages[0]?.fallback === 'Gone');
    expect(slack.mistakes).toEqual([]);
  });

  it('carries slash commands, answered in the acknowledgement', async () => {
    app.command('/interview', async ({ ack, command }) => {
      await ack(`Starting ${command.text}`);
    });
    await start();
    const candidate = slack.createPerson('Candidate');
    expect(await candidate.command('/interview', 'start be')).toBe('acknowledged');
    expect(candidate.dm.messages).toMatchObject([{ text: 'Starting start be', isEphemeral: true }]);
    expect(slack.mistakes).toEqual([]);
  });
});
