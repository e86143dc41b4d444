import type { QuestionKind } from '../../src/interview/formats.ts';
import { markOf } from './slow-provider.ts';

/** A CV with something to ask about, and the mark by which providers know the interview. */
export function cvOf(interview: number): string {
  return `Candidate
Backend engineer, ${markOf(interview)}
Split a monolithic payment service into seven services over 14 months.
Cut the p99 latency of card authorisation from 840 ms to 190 ms with a Kafka pipeline.
Migrated 1.4 billion rows from MySQL 5.7 to a sharded MySQL 8 cluster with dual writes.
Led four engineers through an incident programme that halved the pages of every week.
Wrote the load tests that found 12 regressions before their releases reached customers.`;
}

const STORIES: Readonly<Record<Exclude<QuestionKind, 'technical'>, string>> = {
  behavioural: `In 2023 our checkout release failed on a Friday evening and 4,000 customers could not pay. My task was to bring it back within the hour. I wrote the rollback, told support every ten minutes what to say, and led the review on Monday. As a result payments were back after 35 minutes and complaints fell by 60 percent. Looking back, I learned to rehearse a rollback before each release.`,
  cv: `I designed the change myself and wrote the pipeline with one colleague. I chose Kafka because the old queue lost its order under load. I measured p99 every week in Grafana, and it fell from 840 ms to 190 ms in four months. I also ran both databases beside each other for six weeks and compared 1.4 billion rows. The team still uses my comparison script today.`,
};

/** A good answer: the example answer of a technical question, a whole story for the other kinds. In so many messages. */
export function answerTo(
  interview: number,
  kind: QuestionKind,
  exampleAnswer: string,
  messages: number,
): readonly string[] {
  const story = kind === 'technical' ? exampleAnswer : STORIES[kind];
  const sentences = `On ${markOf(interview)}: ${story}`.split(/(?<=[.;,]) /);
  const perMessage = Math.ceil(sentences.length / messages);
  return Array.from({ length: messages }, (_, index) =>
    sentences.slice(index * perMessage, (index + 1) * perMessage).join(' '),
  ).map((text) => (text === '' ? 'That is all.' : text));
}
