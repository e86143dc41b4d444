import { defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** What needs servers, and, on MySQL, every test that runs on any database: `npm run test:services`. */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/services/**/*.test.ts', 'test/{bot,jobs,store}/**/*.test.ts', 'test/e2e/kill.test.ts'],
    // What is about SQLite itself.
    exclude: ['test/**/*sqlite*'],
    env: { TEST_MYSQL_URL: process.env['MYSQL_URL'] ?? '' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
