import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotDo, createFakeSlack, type FakeSlack, type Person } from './index.ts';
import { call, connect } from './raw.ts';

const textOf = (envelope: { readonly [key: string]: unknown }) =>
  (envelope['payload'] as { event: { text: string } }).event.text;

describe('Socket Mode', () => {
  let slack: FakeSlack;
  let candidate: Person;

  beforeEach(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
  });
  afterEach(() => slack.close());

  it('sends what is not acknowledged again: at once, after one and after five minutes', async () => {
    const socket = await connect(slack);
    candidate.dm.say('hello');
    const attempts = [await socket.next()];
    for (const pause of [3_000, 63_000, 303_000]) {
      slack.clock.advance(3_000);
      if (pause > 3_000) {
        await slack.waitFor(() => slack.deliveries[0]?.failures.length === attempts.length);
        slack.clock.advance(pause - 3_000);
      }
      attempts.push(await socket.next());
    }
    expect(attempts.map((envelope) => [envelope['retry_attempt'], envelope['retry_reason']])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    slack.clock.advance(3_000);
    await slack.waitFor(() => slack.deliveries[0]?.outcome?.type === 'failed');
  });

  it('gives each payload to one connection, and what dies with it to another', async () => {
    const [one, two] = [await connect(slack), await connect(slack)];
    candidate.dm.say('first');
    candidate.dm.say('second');
    const [first, second] = await Promise.all([one.next(), two.next()]);
    expect([textOf(first), textOf(second)].sort()).toEqual(['first', 'second']);
    two.acknowledge(second);
    one.close();
    const again = await two.next();
    expect([textOf(again), again['retry_attempt']]).toEqual([textOf(first), 1]);
    two.acknowledge(again);
    await slack.waitFor(() => slack.deliveries.every(({ outcome }) => outcome?.type === 'acknowledged'));
  });

  it('lets a link be used once', async () => {
    const { json } = await call(slack, 'apps.connections.open', {}, { token: slack.appToken });
    const open = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(String(json['url']));
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      });
    expect([await open(), await open()]).toEqual(['open', 'refused']);
  });

  it('has room for ten connections, and for none when it turns them away', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => connect(slack)));
    await expect(connect(slack)).rejects.toThrow();
    slack.socketMode.acceptConnections(false);
    sockets[0]?.close();
    await slack.waitFor(() => slack.socketMode.connections().length === 9);
    await expect(connect(slack)).rejects.toThrow();
    slack.socketMode.acceptConnections(true);
    await connect(slack);
  });

  it('keeps a record of acknowledgements that Slack passes over', async () => {
    const socket = await connect(slack);
    candidate.dm.say('hello');
    const envelope = await socket.next();
    socket.acknowledge(envelope, { text: 'not here' });
    socket.acknowledge(envelope);
    socket.send('nonsense');
    await slack.waitFor(() => slack.mistakes.length === 3);
    expect(slack.mistakes.map(({ what }) => what)).toEqual([
      'acknowledged with a payload where none is accepted',
      'acknowledged something unknown, twice or too late',
      'sent something that is no acknowledgement',
    ]);
  });

  it('says in its own words that a client should reconnect', async () => {
    const socket = await connect(slack);
    slack.socketMode.disconnect('refresh_requested');
    expect(await socket.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  });

  it('lets a command fail that is answered with nonsense', async () => {
    const socket = await connect(slack);
    const reaction = candidate.command('/interview', 'start');
    socket.acknowledge(await socket.next(), { txt: 'Starting' });
    expect(await reaction).toBe('failed');
    expect(slack.mistakes).toMatchObject([
      { what: 'answered a command with something invalid: invalid_arguments' },
    ]);
    expect(candidate.dm.messages).toEqual([]);
  });

  it('lets a command fail that nobody acknowledges', async () => {
    const socket = await connect(slack);
    const reaction = candidate.command('/interview', 'start');
    await socket.next(({ type }) => type === 'slash_commands');
    slack.clock.advance(3_000);
    expect(await reaction).toBe('failed');
    await expect(candidate.command('/unknown')).rejects.toThrow(CannotDo);
  });
});
