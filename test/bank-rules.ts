import { answerRules } from './bank-rules/answers.ts';
import { duplicateRules } from './bank-rules/duplicates.ts';
import { formRules } from './bank-rules/form.ts';
import { keyPointRules } from './bank-rules/key-points.ts';
import { koreanRules } from './bank-rules/korean.ts';
import { openingRules } from './bank-rules/openings.ts';
import type { Rule } from './bank-rules/rule.ts';

export { brokenBy } from './bank-rules/rule.ts';

/**
 * What holds for the technical questions of the seeds, for one topic as for the whole bank. Definitions and limits
 * are those of `docs/question-bank.md`; rules about the size of the bank are left out, so that it can grow.
 */
export const BANK_RULES: readonly Rule[] = [
  ...duplicateRules,
  ...openingRules,
  ...formRules,
  ...answerRules,
  ...keyPointRules,
  ...koreanRules,
];
