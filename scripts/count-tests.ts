import { readFileSync } from 'node:fs';

/** Prints how many tests Vitest's JSON reports hold together, as `12 passed, 0 failed`. */
const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('Usage: npm run count-tests -- REPORT.json …');
const reports = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')));
const sum = (count: 'numPassedTests' | 'numFailedTests') =>
  reports.reduce((total: number, report) => total + report[count], 0);
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed`);
