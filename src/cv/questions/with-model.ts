import { z } from 'zod';
import type { Locale } from '../../chat/message.ts';
import type { LanguageModel } from '../../model/language-model.ts';
import type { Position } from '../../questions/question.ts';
import type { CvQuestion } from '../cv.ts';
import { locateQuote } from '../locate-quote.ts';
import { maskPersonalData } from '../mask.ts';
import { findPersonalData } from '../personal-data.ts';
import { MAX_QUOTE_CHARACTERS } from './passages.ts';
import { CV_QUESTIONS_VERSION, cvQuestionsSystem } from './prompt.ts';

type CvQuestionsTask = {
  readonly cvText: string;
  readonly position: Position;
  readonly locale: Locale;
  readonly count: number;
};

const replySchema = z.object({
  questions: z.array(z.object({ quote: z.string(), question: z.string() })),
});

/** Characters of a CV that are sent: twenty pages would cost more than their questions are worth. */
const MAX_CV_CHARACTERS = 24_000;
/** A question longer than this is no question that somebody reads in a chat. */
const MAX_QUESTION_CHARACTERS = 600;
const MAX_OUTPUT_TOKENS = 6_000;

/**
 * Questions about a CV by a language model, which sees it with personal data masked. Each `quote` is the CV's own
 * wording; a question whose quote is not in the CV, or names personal data, is dropped, and so is one asked twice. May
 * give fewer than `count`, none at worst: the caller tops up offline. Rejects with `ModelError`.
 */
export async function makeCvQuestionsWithModel(
  model: LanguageModel,
  { cvText, position, locale, count }: CvQuestionsTask,
  signal: AbortSignal,
): Promise<CvQuestion[]> {
  const { masked, restore } = maskPersonalData(cvText);
  const reply = await model.generate(
    {
      purpose: 'cv_questions',
      promptVersion: CV_QUESTIONS_VERSION,
      system: cvQuestionsSystem(position, locale),
      user: JSON.stringify({ cv: masked.slice(0, MAX_CV_CHARACTERS), count }),
      schema: replySchema,
      schemaName: 'cv_questions',
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    },
    signal,
  );
  const kept = new Map<string, CvQuestion>();
  for (const asked of reply.value.questions) {
    const question = asked.question.trim();
    const quote = locateQuote(restore(asked.quote), cvText);
    if (quote === null || !isShowable(quote) || !isAskable(question, restore)) continue;
    if (!kept.has(question.toLowerCase())) kept.set(question.toLowerCase(), { question, quote });
  }
  return [...kept.values()].slice(0, count);
}

/** A question that names a placeholder asks about what was hidden. */
function isAskable(question: string, restore: (text: string) => string): boolean {
  return question !== '' && question.length <= MAX_QUESTION_CHARACTERS && restore(question) === question;
}

/** A quote is shown, and in a watched interview to others: contact data is no passage to ask about. */
function isShowable(quote: string): boolean {
  return quote.length <= MAX_QUOTE_CHARACTERS && findPersonalData(quote).length === 0;
}
