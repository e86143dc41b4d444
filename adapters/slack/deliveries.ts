import type { ReceiverEvent } from '@slack/bolt';
import type { Receive } from '../../src/chat/adapter.ts';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { ADMIN_PREFIX } from '../../src/chat/admin-command-table.ts';
import { createLanes } from '../../src/chat/lanes.ts';
import type { Form, Incoming, Sender } from '../../src/chat/message.ts';
import { conversationOf, conversationsOf, placeOf, platformUserOf } from './conversation-id.ts';
import type { Heard } from './heard.ts';
import type { Installations } from './installations.ts';
import type { People } from './people.ts';
import { readDelivery, teamOfDelivery } from './read-delivery.ts';
import { type Origin, toReplyToken } from './reply-token.ts';
import type { Deliver } from './transport.ts';

type Parts = {
  readonly installations: Installations;
  readonly people: People;
  /** Somebody was heard there. */
  readonly heard: (incoming: Incoming, origin: Origin) => void;
  /** Opens a form as the answer to what was heard. */
  readonly openForm: (form: Form, incoming: Incoming, heard: Heard) => Promise<void>;
  readonly now: () => number;
  readonly logger: AdapterLogger;
};

/** Everything that Slack delivers, on its way to the bot: stored first, then acknowledged. */
export type Deliveries = {
  readonly deliver: Deliver;
  open(receive: Receive): void;
  /** Takes nothing any more, and resolves when what is under way is stored and acknowledged. */
  close(): Promise<void>;
};

/** What was heard, once it is stored, and the form that the bot wants opened. */
type Stored = {
  readonly heard: Heard;
  readonly incoming: Incoming;
  readonly form: Form | undefined;
};

export function createDeliveries({
  installations,
  people,
  heard: tell,
  openForm,
  now,
  logger,
}: Parts): Deliveries {
  const underWay = new Set<Promise<void>>();
  const inLane = createLanes();
  let receiveNow: Receive | null = null;

  /** In the order in which they came, also while it is found out who somebody is. Storing them overlaps. */
  async function store(heard: Heard, receive: Receive): Promise<Stored> {
    const { incoming, stored } = await inLane(platformUserOf(heard.user), async () => {
      const incoming = await toIncoming(heard);
      return { incoming, stored: receive(incoming) };
    });
    return { heard, incoming, form: (await stored).form };
  }

  async function toIncoming({ id, user, scope, origin, what, name, triggerId }: Heard): Promise<Incoming> {
    const at = now();
    const isRemoval = what.type === 'uninstalled';
    const from: Sender = isRemoval
      ? { id: platformUserOf(user), name: 'Slack' }
      : await people.find(user, name, needsRights(what));
    const incoming = {
      id,
      conversation: isRemoval ? conversationsOf(user.teamId) : conversationOf(user),
      scope,
      place: placeOf(user.teamId),
      ...(scope !== 'direct' && origin.channelId !== null && { channel: origin.channelId }),
      from,
      at,
      ...(origin.channelId !== null && { replyToken: toReplyToken({ ...origin, at }) }),
      ...(triggerId !== null && { opensForm: 'window' as const }),
      ...what,
    };
    tell(incoming, { ...origin, at });
    return incoming;
  }

  async function take({ body, ack }: ReceiverEvent, receive: Receive): Promise<void> {
    const teamId = teamOfDelivery(body);
    const installation = teamId === null ? null : await installations.find(teamId);
    if (teamId !== null && !installation)
      logger.warn({ team: teamId }, 'An event came from a workspace without the bot.');
    const all = installation ? readDelivery(body, installation.botUserId) : [];
    const stored: Stored[] = [];
    for (const heard of all) stored.push(await store(heard, receive));
    await acknowledge(ack);
    for (const one of stored) await follow(one);
  }

  /** What is left to do for something that is stored. */
  async function follow({ heard, incoming, form }: Stored): Promise<void> {
    if (form) await openForm(form, incoming, heard);
    if (incoming.type !== 'uninstalled') return;
    logger.error(
      { team: heard.user.teamId },
      'The bot was removed from the workspace. To use it there again, install the app and set its new token.',
    );
    await installations.remove(heard.user.teamId);
  }

  /** It is stored: where Slack no longer takes the acknowledgement it delivers again, and that changes nothing. */
  async function acknowledge(ack: ReceiverEvent['ack']): Promise<void> {
    await ack().catch((error: unknown) => logger.debug({ error }, 'An acknowledgement came too late.'));
  }

  return {
    async deliver(delivery) {
      const receive = receiveNow;
      if (!receive) throw new Error('The bot does not listen (any more).');
      const work = take(delivery, receive);
      const quiet = work.catch(() => undefined);
      underWay.add(quiet);
      void quiet.then(() => underWay.delete(quiet));
      await work;
    },
    open(receive) {
      receiveNow = receive;
    },
    async close() {
      receiveNow = null;
      await Promise.all(underWay);
    },
  };
}

/** Admin commands, in whichever way they are typed. */
function needsRights(what: Heard['what']): boolean {
  if (what.type === 'command') return what.name.startsWith(ADMIN_PREFIX);
  return what.type === 'message' && what.text.startsWith('/');
}
