import { en } from '../../src/locales/en.ts';

/** What the bot waits for. */
export type Prompt = 'consent' | 'file' | 'cv' | 'position' | 'answer' | 'start' | 'patience';

/** A message is told by its last button or its words, as it looks in a pipe: wrapped, without Markdown. */
const PATTERNS: Readonly<Record<Prompt, RegExp>> = {
  consent: choice(en.consent.decline),
  file: words(en.cv.ask),
  cv: new RegExp(`${words(en.cv.askOrChoose).source}[^]*?\\n +1\\) .+\\n`),
  position: choice(en.positions.mobile),
  answer: choice(en.question.skip),
  start: new RegExp(`${choice(en.welcome.start).source}|${choice(en.evaluation.again).source}`),
  patience: words(en.progress.statusEvaluating),
};

/** Anything that the bot waits for. */
export const ANY_PROMPT = new RegExp(
  Object.values(PATTERNS)
    .map(({ source }) => source)
    .join('|'),
);

/** `Noted.`, in one message with the number of the next question; alone after the last answer. */
export const NOTED = new RegExp(`${literally(en.question.noted)}\\n(?:\\nQuestion (\\d+) of)?`, 'g');

/** The heading of a part of the evaluation: said once an interview. */
export const EVALUATION_CARD = new RegExp(`^── (?:Question \\d+ of|${literally(en.evaluation.title)})`, 'gm');

/** The last thing that the bot waits for in what it said. */
export function lastPrompt(said: string): Prompt | null {
  const found = Object.entries(PATTERNS).map(([prompt, pattern]) => {
    const last = [...said.matchAll(new RegExp(pattern, 'g'))].at(-1);
    return { prompt: prompt as Prompt, at: last?.index ?? -1 };
  });
  const last = found.reduce((one, other) => (other.at > one.at ? other : one));
  return last.at < 0 ? null : last.prompt;
}

function choice(label: string): RegExp {
  return new RegExp(`\\d\\) ${words(label).source}\\n`);
}

/** The words of a text, however its lines are broken. */
function words(text: string): RegExp {
  const plain = text.replaceAll('**', '').trim();
  return new RegExp(plain.split(/\s+/).map(literally).join('\\s+'));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
