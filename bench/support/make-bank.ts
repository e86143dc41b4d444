import { parseSeedFiles, readSeedFiles } from '../../seeds/read-seeds.ts';
import { randomFrom } from '../../src/interview/random.ts';

export const BANK_ROWS = 3_600;

/**
 * A bank of 3,600 rows as CSV with the columns that an import has: the shipped questions with their words in another order, so
 * that they are as long as real ones and none asks the same as another.
 */
export function makeBank(): string {
  const { questions } = parseSeedFiles(readSeedFiles().files);
  const random = randomFrom('bank');
  const rows = Array.from({ length: BANK_ROWS }, (_, index) => {
    const question = questions[index % questions.length];
    if (!question) throw new Error('There are no shipped questions.');
    const { position, topic, exampleAnswer } = question;
    return [position, shuffled(question.question, random), topic, exampleAnswer].map(quote).join(',');
  });
  return ['position,question,topic,example_answer', ...rows].join('\n');
}

function shuffled(text: string, random: () => number): string {
  return text
    .split(' ')
    .map((word) => ({ word, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ word }) => word)
    .join(' ');
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
