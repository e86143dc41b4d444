/** Sentences as candidates write them, to make answers of: what is sent has the length and the letters of real ones. */
export const ANSWER_SENTENCES: readonly string[] = [
  'I would put a cache in front of the database and give every entry a time to live, so that stale data goes away by itself.',
  'First I measure where the time goes, because guessing at the bottleneck has cost our team weeks before.',
  'We wrote the event and the change in one transaction and let a worker publish it afterwards, at least once.',
  'An index helps reads that filter on its first columns, and costs a little on every write.',
  'My part was the migration script and the comparison of both databases, which ran for six weeks.',
  'When the release was late I told the customer early, cut two features together with them and we shipped a week later.',
  'A queue between the two services takes the peak, and a dead letter queue keeps what cannot be handled.',
  'Looking back I would have tested the rollback first; it took forty minutes instead of five.',
];
