import { readFileSync } from 'node:fs';
import { parseSeedFiles, readSeedFiles } from '../seeds/read-seeds.ts';
import { gradeOffline } from '../src/evaluation/grade-offline.ts';
import { shareOfPoints } from '../src/evaluation/score.ts';
import type { Question } from '../src/questions/question.ts';
import { printResult, printTable } from './support/report.ts';

/** Answers that reviewers wrote from the question alone, before they saw the example: `blind` whole ones, `half` half-right ones. */
const ANSWERS = new URL('./data/blind-answers.jsonl', import.meta.url);

type BlindAnswer = { readonly id: string; readonly answer: string; readonly kind: 'blind' | 'half' };

const readAnswers = (): BlindAnswer[] =>
  readFileSync(ANSWERS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BlindAnswer);

const shareMet = ({ question, exampleAnswer, keyPoints }: Question, answer: string): number =>
  shareOfPoints(
    gradeOffline({ type: 'technical', question, exampleAnswer, keyPoints, answer, locale: 'en' }).points,
  );

const figuresOf = (answers: string, shares: readonly number[]) => {
  const of = (count: number) => round(count / Math.max(1, shares.length));
  return {
    answers,
    n: shares.length,
    mean: of(shares.reduce((sum, share) => sum + share, 0)),
    belowThird: of(shares.filter((share) => share < 1 / 3).length),
    // Four of six is two thirds, whatever the rounding of a half point.
    twoThirds: of(shares.filter((share) => share > 2 / 3 - 1e-9).length),
  };
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** How many key points of a question independent answers meet, and how many those to its neighbours do. */
export async function run(): Promise<void> {
  const questions = new Map(
    parseSeedFiles(readSeedFiles().files).questions.map((question) => [question.id, question]),
  );
  const answers = readAnswers().filter(({ id }) => questions.has(id));
  const own = (kind: BlindAnswer['kind']) =>
    answers.flatMap(({ id, answer, kind: actual }) => {
      const question = questions.get(id);
      return question && actual === kind ? [shareMet(question, answer)] : [];
    });
  const neighbours = answers
    .filter(({ kind }) => kind === 'blind')
    .flatMap(({ id, answer }) =>
      answers.flatMap((other) => {
        const [asked, question] = [questions.get(id), questions.get(other.id)];
        const isNeighbour = other.kind === 'blind' && other.id !== id && question?.topic === asked?.topic;
        return question && isNeighbour ? [shareMet(question, answer)] : [];
      }),
    );
  const figures = [
    figuresOf('independent, to the question', own('blind')),
    figuresOf('half-right', own('half')),
    figuresOf('to another question of the topic', neighbours),
  ];
  printTable(figures);
  printResult({ figures });
}
