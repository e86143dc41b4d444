import { compile } from './statement.ts';
import { all, run, type Work } from './work.ts';

const forgetRating = compile((db, value: { interactionId: string; accountId: string }) =>
  db
    .deleteFrom('peer_rating')
    .where('interaction_id', '=', value.interactionId)
    .where('account_id', '=', value.accountId),
);
const ratedByBoth = compile((db, value: { from: string; into: string }) =>
  db
    .selectFrom('peer_rating as one')
    .innerJoin('peer_rating as other', 'other.interaction_id', 'one.interaction_id')
    .select('one.interaction_id')
    .where('one.account_id', '=', value.from)
    .where('other.account_id', '=', value.into),
);
const ratedByAuthor = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('peer_rating')
    .innerJoin('interaction', 'interaction.id', 'peer_rating.interaction_id')
    .select('peer_rating.interaction_id')
    .where('peer_rating.account_id', '=', value.accountId)
    .where('interaction.account_id', '=', value.accountId),
);
const insertRating = compile(
  (db, value: { interactionId: string; accountId: string; score: number; at: number }) =>
    db.insertInto('peer_rating').values({
      interaction_id: value.interactionId,
      account_id: value.accountId,
      score: value.score,
      rated_at: value.at,
    }),
);
const ratingsOfSession = compile((db, value: { sessionId: string }) =>
  db
    .selectFrom('peer_rating')
    .innerJoin('interaction', 'interaction.id', 'peer_rating.interaction_id')
    .select(['peer_rating.interaction_id', 'peer_rating.score'])
    .where('interaction.session_id', '=', value.sessionId),
);

const ratingsByAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('peer_rating')
    .select(['score', 'rated_at as at'])
    .where('account_id', '=', value.accountId)
    .orderBy('rated_at'),
);

type Rating = { readonly interactionId: string; readonly accountId: string; readonly score: number };

/** Everybody has one rating for an answer, the last they gave. */
export function* ratePeer({ interactionId, accountId, score }: Rating, at: number): Work<void> {
  yield* run(forgetRating, { interactionId, accountId });
  yield* run(insertRating, { interactionId, accountId, score, at });
}

/** What an account gave others. */
export function* readRatingsBy(
  accountId: string,
): Work<readonly { readonly score: number; readonly at: number }[]> {
  return yield* all(ratingsByAccount, { accountId });
}

/** @returns the scores by interaction, without who gave them */
export function* readRatings(sessionId: string): Work<ReadonlyMap<string, readonly number[]>> {
  const rows = yield* all(ratingsOfSession, { sessionId });
  const byInteraction = new Map<string, number[]>();
  for (const { interaction_id: id, score } of rows)
    byInteraction.set(id, [...(byInteraction.get(id) ?? []), score]);
  return byInteraction;
}

/** An account that becomes part of another: where both have rated an answer, its rating is forgotten. */
export function* dropDoubleRatings(from: string, into: string): Work<void> {
  for (const { interaction_id: interactionId } of yield* all(ratedByBoth, { from, into })) {
    yield* run(forgetRating, { interactionId, accountId: from });
  }
}

/** Nobody rates their own answers, under whatever name they did so. */
export function* dropOwnRatings(accountId: string): Work<void> {
  for (const { interaction_id: interactionId } of yield* all(ratedByAuthor, { accountId })) {
    yield* run(forgetRating, { interactionId, accountId });
  }
}
