import type { ConversationId } from '../../chat/message.ts';
import type { FormatName } from '../../interview/formats.ts';
import { IDLE_LIMIT_MS } from '../../interview/limits.ts';
import type { Interview, Session } from '../../interview/state.ts';
import { prepare } from '../../interview/transition.ts';
import type { Catalogue } from '../../questions/catalogue.ts';
import { POSITIONS, type Position } from '../../questions/question.ts';
import { carryOut, happen, materialOf } from '../carry-out.ts';
import type { StartWishes } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { quotaOf, quotaUsedText } from '../quota.ts';
import { askForPositionView, goOnChoices, offerPositionsView } from '../views/interview-view.ts';
import { askForVenue } from './venue.ts';

type Wishes = {
  readonly position: Position | null;
  readonly format: FormatName;
  readonly topic: string | null;
};

/** Begins an interview, or offers to go on with the one that is open. */
export function start(
  decision: Decision,
  args: Readonly<Record<string, string>>,
  thread: ConversationId | null = null,
): void {
  const { texts, loaded } = decision;
  const open = loaded.interview;
  const wishes = readWishes(decision, args);
  if (!wishes) return;
  if (open?.session.status === 'preparing' && wishes.position) {
    happen(decision, moveHere(decision, open), {
      type: 'positionChosen',
      position: wishes.position,
      topic: wishes.topic,
      format: args['format'] ? wishes.format : null,
      at: decision.at,
    });
  } else if (open?.session.status === 'evaluating') {
    decision.say({ text: texts.progress.statusEvaluating });
  } else if (open) {
    decision.say({ text: texts.start.alreadyOpen, choices: goOnChoices(texts, open.session) });
  } else if (quotaOf(decision).left === 0) {
    decision.refuse('quota');
    decision.say({ text: quotaUsedText(decision) });
  } else if (decision.venues.length > 0) askForVenue(decision, startWishes(wishes, args));
  else begin(decision, wishes, thread);
}

/** What was resolved, without what was only assumed. */
function startWishes({ position, topic }: Wishes, args: Readonly<Record<string, string>>): StartWishes {
  const { format } = args;
  return { ...(position && { position }), ...(topic && { topic }), ...(format && { format }) };
}

function begin(decision: Decision, { position, format, topic }: Wishes, thread: ConversationId | null): void {
  const { account, at, conversation, newSessionId } = decision;
  const session: Session = {
    id: newSessionId,
    accountId: account.id,
    conversation,
    thread,
    cvInThread: false,
    status: 'preparing',
    format,
    position,
    topic,
    cvId: null,
    currentInteractionId: null,
    asked: 0,
    counted: true,
    overall: null,
    startedAt: at,
    lastActivityAt: at,
    finishedAt: null,
    version: 0,
  };
  // Two platforms that start at once both change the account: one of them is refused and sees the other's interview.
  decision.write({ type: 'updateAccount', account });
  carryOut(decision, null, prepare({ session, interactions: [] }, {}, at, materialOf(decision)));
  decision.job({ kind: 'end_idle_session', conversation, sessionId: session.id }, at + IDLE_LIMIT_MS);
}

/** What was asked for, checked; says what there is instead and gives `null` when something is not. */
function readWishes(decision: Decision, args: Readonly<Record<string, string>>): Wishes | null {
  const { texts, settings, say } = decision;
  const position = POSITIONS.find((known) => known === args['position']) ?? null;
  if (args['position'] && !position) {
    say(positionsView(decision, texts.start.unknownPosition(args['position'])));
    return null;
  }
  const { formats } = settings;
  const format = args['format'] ? formats.find((known) => known === args['format']) : formats[0];
  if (!format) {
    say({ text: texts.start.unknownFormat(args['format'] ?? '', formats.join(', ')) });
    return null;
  }
  const wanted = args['topic'];
  if (!wanted) return { position, format, topic: null };
  const found = findTopic(settings.catalogue, position ? [position] : POSITIONS, wanted);
  if (!found && !position) {
    say(positionsView(decision, texts.start.unknownPosition(wanted)));
    return null;
  }
  if (!found) {
    const some = settings.catalogue.topics(position ?? POSITIONS[0]).map(({ topic }) => topic);
    say({ text: texts.start.unknownTopic(wanted, some.slice(0, 5)) });
    return null;
  }
  return { ...found, format };
}

function positionsView({ texts, loaded }: Decision, lead: string) {
  const session = loaded.interview?.session;
  return session?.status === 'preparing'
    ? askForPositionView(texts, session.id, lead)
    : offerPositionsView(texts, lead);
}

/** The topic of that name, or the first that has the words in it. */
function findTopic(catalogue: Catalogue, positions: readonly Position[], wanted: string) {
  const name = wanted
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const all = positions.flatMap((position) =>
    catalogue.topics(position).map(({ topic }) => ({ position, topic })),
  );
  return all.find(({ topic }) => topic === name) ?? all.find(({ topic }) => topic.includes(name));
}

/** An interview goes on where its candidate last spoke; one that others watch stays where it is. */
export function moveHere({ conversation }: Decision, interview: Interview): Interview {
  const { session } = interview;
  return session.conversation === conversation || session.thread !== null
    ? interview
    : { ...interview, session: { ...session, conversation } };
}
