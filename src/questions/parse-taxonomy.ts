import { z } from 'zod';
import type { Taxonomy } from './question.ts';

const topicsSchema = z.record(
  z.string(),
  z.object({ weight: z.number().positive().max(1), subtopics: z.array(z.string()).min(1) }),
);
const taxonomySchema = z.object({
  ai: topicsSchema,
  be: topicsSchema,
  fe: topicsSchema,
  mobile: topicsSchema,
});

/**
 * Reads the topics of the bank from JSON.
 *
 * @throws ZodError or SyntaxError when it is no taxonomy: the file is part of the product.
 */
export const parseTaxonomy = (json: string): Taxonomy => taxonomySchema.parse(JSON.parse(json));
