import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_QUOTA_USED } from '../../src/accounts/quota.ts';
import { exportOf } from '../../src/privacy/export-document.ts';
import { filesOf } from '../../src/privacy/export-files.ts';
import { type ExportDocument, exportSchema } from '../../src/privacy/export-schema.ts';
import type { PersonalData } from '../../src/store/store.ts';
import { anAccount, anInteraction, aSession } from '../fakes/builders.ts';

const NOW = 1_800_000_000_000;
const RULE = { limit: 5, renews: 'monthly' } as const;

const text = (bytes: number) => '한'.repeat(Math.floor(bytes / 3));

function dataWith(cvs: number, interviews: number, bytesEach: number): PersonalData {
  return {
    account: anAccount({ sessionQuota: 7 }),
    identities: [],
    cvs: Array.from({ length: cvs }, (_, index) => ({
      id: `cv-${index}`,
      sha256: 'abc',
      fileName: 'cv.pdf',
      pages: 1,
      text: text(bytesEach),
      uploadedAt: NOW,
      expiresAt: NOW,
      questions: [],
    })),
    interviews: Array.from({ length: interviews }, (_, index) => {
      const session = aSession({ id: `session-${index}` });
      const parts = [{ messageId: 'm' as never, text: text(bytesEach) }];
      return { session, interactions: [anInteraction({ sessionId: session.id, parts })] };
    }),
    modelCalls: [],
    ratingsGiven: [],
    audit: [],
    quota: NO_QUOTA_USED,
  };
}

function read(files: ReturnType<typeof filesOf>): readonly ExportDocument[] {
  return files.map(({ content }) => exportSchema.parse(JSON.parse(content)));
}

describe('files of an export', () => {
  it('are one when it is short', () => {
    const files = filesOf(exportOf(dataWith(1, 1, 100), RULE, NOW), 1_000_000);
    expect(files.map(({ name }) => name)).toEqual(['chat-your-interview-2027-01-15.json']);
    expect(read(files)[0]).toMatchObject({ part: { number: 1, of: 1 }, quota: { limit: 7, left: 7 } });
  });

  it('are several whole documents when it is long, each within the limit, with everything once and in order', () => {
    const whole = exportOf(dataWith(7, 9, 40_000), RULE, NOW);
    const files = filesOf(whole, 100_000);
    expect(files.length).toBeGreaterThan(7);
    for (const { content } of files) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(100_000);
    expect(files[2]?.name).toBe(`chat-your-interview-2027-01-15-3-of-${files.length}.json`);
    const parts = read(files);
    expect(parts.map(({ part }) => part)).toEqual(
      files.map((_, index) => ({ number: index + 1, of: files.length })),
    );
    expect(parts.flatMap(({ cvs }) => cvs)).toEqual(whole.cvs);
    expect(parts.flatMap(({ interviews }) => interviews)).toEqual(whole.interviews);
    expect(new Set(parts.map(({ account }) => JSON.stringify(account))).size).toBe(1);
  });

  it('leave nothing out that is longer than a file', () => {
    const whole = exportOf(dataWith(2, 0, 50_000), RULE, NOW);
    const parts = read(filesOf(whole, 10_000));
    expect(parts.map(({ cvs }) => cvs.length)).toEqual([1, 1]);
  });
});

/** `npm test -- -u test/privacy` writes it anew. */
it('docs/export.schema.json is the schema that exports keep', async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(exportSchema), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../docs/export.schema.json');
});
