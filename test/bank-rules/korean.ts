import { countRule, type Rule } from './rule.ts';
import { isKorean, normalise } from './text.ts';

/** A row is translated as a whole or not at all. */
const isHalfTranslated = (question: string | null, answer: string | null): boolean => {
  if (question === null && answer === null) return false;
  return !isKorean(question ?? '') || (answer !== null && !isKorean(answer));
};

export const koreanRules: readonly Rule[] = [
  countRule('ko_missing_rows', ({ questionKo, exampleAnswerKo }) =>
    isHalfTranslated(questionKo, exampleAnswerKo) ? 'Korean is missing' : null,
  ),
  {
    name: 'ko_duplicate_questions',
    limit: { atMost: 0 },
    measure: (rows) => {
      const texts = rows.flatMap(({ questionKo }) => (questionKo === null ? [] : [normalise(questionKo)]));
      const evidence = [...Map.groupBy(texts, (text) => text)].flatMap(([text, uses]) =>
        uses.length > 1 ? [`${uses.length} × ${text}`] : [],
      );
      return { value: evidence.length, evidence };
    },
  },
];
