import { readFileSync } from 'node:fs';

/** Prints how many tests a Vitest JSON report holds, as `12 passed, 0 failed`. */
const [path] = process.argv.slice(2);
if (!path) throw new Error('Usage: npm run count-tests -- REPORT.json');
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
