import type { VenueProblem } from '../../chat/adapter.ts';
import type { Venue } from '../../chat/message.ts';

/** Where an interview is held that was begun in a channel. */
export const venues = {
  ask: 'Where shall we hold the interview? Your CV and your scores stay private wherever you choose.',
  names: {
    direct: 'Direct message',
    private: 'Private thread',
    watched: 'Thread that others can watch',
  } satisfies Record<Venue, string>,
  hints: {
    direct: 'Only you and I.',
    private: 'In this server, for you alone.',
    watched: 'Others read questions and answers and rate them. CV and evaluation stay private.',
  } satisfies Record<Venue, string>,
  title: (name: string, position: string | null) =>
    `Mock interview${position ? `: ${position}` : ''}${name ? ` with ${name}` : ''}`,
  greeting: 'Here we are. The interview that you began in the channel goes on in this place.',
  goesOn: 'We go on here:',
  problems: {
    no_direct_messages:
      'I cannot write to you. Allow direct messages from members of this server in its privacy settings, then `start` again.',
    not_allowed: 'I am not allowed to open a thread in this channel. Choose another place, or ask an admin.',
  } satisfies Record<VenueProblem, string>,
};

/** An interview that others watch. What is said in the thread is in its candidate's language. */
export const watched = {
  greeting: (name: string) =>
    `**A mock interview with ${name || 'a candidate'}.** Whoever reads this may watch, comment, and rate the answers with the buttons below them.`,
  askCvPlace:
    'Your interview is held in a thread that others can read. **Questions about your CV quote it.** Shall I ask those in the thread, too, or here? If you say nothing, I ask them here. Your evaluation comes here in any case.',
  cvPlaceThread: 'In the thread, too',
  cvPlaceHere: 'Here, in private',
  cvInThread: 'Questions about your CV will be asked in the thread.',
  cvInPrivate: 'Questions about your CV will be asked here, in private.',
  inThread: 'The question is in the thread. Answer there with the button, or by a message that mentions me:',
  heldInPrivate: 'The next part is about the CV and goes on in private.',
  elsewhere: 'Your interview is held in a thread. Answer there, or go on here without the others:',
  goOnInPrivate: 'Go on here, in private',
  nowInPrivate: 'From here on it is just the two of us.',
  goneOnInPrivate: 'The interview goes on in private. Thank you for watching!',
  answered: (name: string) => `**${name || 'The candidate'}** answered:`,
  askToRate: (ordinal: number) =>
    `**Question ${ordinal}: how good was that answer?** Ratings stay sealed; only their median is shown, to the candidate.`,
  ratings: {
    1: '1 – hardly anything',
    2: '2 – a start',
    3: '3 – solid',
    4: '4 – strong',
    5: '5 – excellent',
  } as Readonly<Record<number, string>>,
  rated: (score: number) => `Your ${score} of 5 is noted. Until the evaluation you can change it.`,
  ratingClosed: 'That answer can no longer be rated.',
  ownRating: 'That is your own answer. The others rate it.',
  peers: (median: string, count: number) =>
    `**Peers who watched**: ${median} / 5, the median of ${count} ${count === 1 ? 'rating' : 'ratings'}`,
  notYours: 'That belongs to somebody else’s interview, so I left it alone. `start` begins one of your own.',
  over: 'That was the last question. The evaluation goes to the candidate alone, who may share it here. Answers can still be rated for a day.',
  ended: 'The interview was ended. Thank you for watching!',
  share: 'Share in the thread',
  confirmShare:
    'Everybody who reads the thread will see your overall score, the score of each part, and your strengths. Your answers’ grades, your CV and the advice stay with you. Share it?',
  keepPrivate: 'Keep it private',
  keptPrivate: 'It stays private.',
  shared: 'Shared:',
  sharedTitle: (name: string) => `${name || 'The candidate'}’s interview`,
  nothingToShare: 'There is no evaluation to share in a thread.',
};
