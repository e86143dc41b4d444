import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export const TEAM = 'T0BENCH';
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';
export const BOT_TOKEN = 'xoxb-bench';

/** What a bot asks of Slack before it takes events; every other method answers that it worked. */
const ANSWERS: Readonly<Record<string, object>> = {
  'auth.test': { team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT', team: 'Bench', user: 'bot' },
  'users.info': { user: { id: 'U0', name: 'candidate', real_name: 'Candidate', locale: 'en-US' } },
  'conversations.open': { channel: { id: 'D0BENCH' } },
};

/** Just enough of Slack's Web API, on a port of its own. */
export async function openWorkspace(): Promise<{ readonly apiUrl: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    request.resume();
    const method = (request.url ?? '').replace('/api/', '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, ts: '1.000001', ...ANSWERS[method] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { apiUrl: `http://127.0.0.1:${port}/api/`, server };
}

/** A direct message as Slack delivers it over HTTP. @returns when the answer is there, in milliseconds since 1970 */
export async function deliver(url: string, index: number, text: string): Promise<number> {
  const ts = `${1_800_000_000 + index}.000100`;
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${index}`,
    team_id: TEAM,
    authorizations: [{ team_id: TEAM }],
    event: {
      type: 'message',
      channel: 'D0BENCH',
      channel_type: 'im',
      user: `U${index % 200}`,
      team: TEAM,
      ts,
      text,
      blocks: [
        {
          type: 'rich_text',
          block_id: `b${index}`,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
        },
      ],
    },
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`An event was answered with ${response.status}.`);
  return performance.timeOrigin + performance.now();
}
