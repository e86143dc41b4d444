/** Answers in other words than the bank's, written from the question before its key points were looked at again. */
export type Paraphrase = {
  readonly id: string;
  readonly quality: 'good' | 'rough' | 'wrong';
  readonly answer: string;
};

export const PARAPHRASES: readonly Paraphrase[] = [
  {
    id: 'be-caching-001',
    quality: 'good',
    answer:
      "My service first asks Redis for the key. On a miss it is the application itself that runs the SQL against the database, then writes the row back into the cache with a TTL, and then answers the caller. Redis has no idea the database exists, and that's how it differs from read-through. If Redis is down we still work, just slower, because everything goes to the database.",
  },
  {
    id: 'be-caching-002',
    quality: 'good',
    answer:
      "I'd argue for write-through. Edits are rare, so slower writes don't matter, and since the database and the cache are written together the change shows up right away. But the two writes aren't atomic, one of them can fail, so I'd still set an expiry as a safety net. Or you simply delete the key after each edit and let the next read load it.",
  },
  {
    id: 'be-caching-003',
    quality: 'good',
    answer:
      'Whatever was counted since the last flush is gone, so five seconds of increments, or more if the worker is lagging behind. It is write-behind: the client gets its ok before anything is durable. You can limit it with AOF and a replica, or by pushing every increment through Kafka first. Also make the flush idempotent, or a restarted worker counts the same batch twice.',
  },
  {
    id: 'be-caching-004',
    quality: 'good',
    answer:
      'The scan flushed the working set. LRU only looks at recency, so ten million rows that were read one single time evicted the hot entries everybody needs in the morning. The export should bypass the cache, or use a scan-resistant policy such as segmented LRU or TinyLFU, which looks at how often something is used.',
  },
  {
    id: 'be-caching-006',
    quality: 'good',
    answer:
      'All those keys expire at the same moment, so you get a burst of misses that hits the database, and it repeats every period since they are all refilled together. The offset is jitter: it spreads the expirations over time so the load is smooth.',
  },
  {
    id: 'be-caching-008',
    quality: 'good',
    answer:
      'Classic thundering herd. When the feed expires, hundreds of concurrent requests miss and everyone recomputes the same thing. I would add request coalescing first, so that only one caller computes and the others wait for its result. Serving stale data while one worker refreshes is the next step, or a short distributed lock.',
  },
  {
    id: 'be-caching-011',
    quality: 'good',
    answer:
      "Use negative caching: when the row isn't there, put a null marker under that id so the next lookup stops in Redis. It needs a short TTL because the product might be created later. Don't do it after a timeout or error, though. A Bloom filter in front can reject ids which can't exist at all.",
  },
  {
    id: 'be-caching-013',
    quality: 'good',
    answer:
      'You skip the network hop and deserialization on every read, and a hot key no longer overloads a single Redis shard. On the other side each instance has its own copy, so instances disagree for up to two seconds, memory is duplicated per instance, and after a deploy it starts cold.',
  },
  {
    id: 'ai-retrieval-augmented-generation-008',
    quality: 'good',
    answer:
      'Dense vectors capture meaning, but an error code is just an identifier that gets split by the tokenizer into subwords the model has hardly seen, so all codes look the same. You need exact match, so add keyword search with BM25, where such a rare term has a big weight, and do hybrid search that fuses both rankings.',
  },
  {
    id: 'ai-retrieval-augmented-generation-009',
    quality: 'good',
    answer:
      'With RRF. You ignore the scores and only use ranks: each document gets 1/(k+rank) from each list, k is usually 60, and you sum them. Documents that appear in both lists go up. You lose how much better the first one was than the second. With labels a re-ranker would be better.',
  },
  {
    id: 'ai-retrieval-augmented-generation-010',
    quality: 'good',
    answer:
      'You have to rewrite the query into a standalone question first. A small model gets the previous turns and turns it into “How much parental leave do contractors get?”, and that is what you embed. Do not embed the entire conversation, old topics blur the vector. It costs some latency and you should log the rewritten queries.',
  },
  {
    id: 'ai-retrieval-augmented-generation-013',
    quality: 'good',
    answer:
      "Because it reads the question and the passage jointly, with attention between all of their tokens, while the bi-encoder made one vector per passage before it knew the question. It's expensive as nothing can be precomputed, so you run it only on the top candidates, and it can't rescue a passage that the first stage missed.",
  },
  {
    id: 'be-caching-004',
    quality: 'rough',
    answer:
      'The batch job pushed the useful entries out of the cache because LRU only knows what was read last.',
  },
  {
    id: 'be-caching-008',
    quality: 'rough',
    answer:
      'It is a stampede I think, all requests go to the database at once. Some kind of lock would help.',
  },
  {
    id: 'ai-retrieval-augmented-generation-010',
    quality: 'rough',
    answer: 'The query should be rewritten using the conversation history before the search happens.',
  },
  {
    id: 'ai-retrieval-augmented-generation-009',
    quality: 'rough',
    answer: 'I know it roughly: there is reciprocal rank fusion, which combines the positions in both lists.',
  },
  {
    id: 'be-caching-006',
    quality: 'wrong',
    answer:
      'Nothing bad happens. The bulk load becomes a bit faster because Redis does not need to compute random numbers, and the cache uses less memory since all keys have the same metadata.',
  },
  {
    id: 'ai-retrieval-augmented-generation-013',
    quality: 'wrong',
    answer:
      'A cross-encoder is a larger model that has been trained on more data and has more dimensions in its embeddings, so the cosine similarity is more precise and it can search the complete index faster.',
  },
];
