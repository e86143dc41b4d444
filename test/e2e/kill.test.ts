import { describe, expect, it } from 'vitest';
import { runKills } from '../../bench/kill/run-kills.ts';
import { createScratchDatabase } from '../fakes/test-database.ts';

const KILLS = 12;
const INTERVIEWS_A_CANDIDATE = 2;
/** The same for everybody; `npm run bench -- kill` draws new ones. */
const SEED = 'kill test';

describe('kill -9 in the middle of interviews', () => {
  it('loses nothing that was acknowledged, and asks and stores nothing twice', {
    timeout: 120_000,
  }, async () => {
    const report = await runKills(KILLS, SEED, INTERVIEWS_A_CANDIDATE, createScratchDatabase);
    expect(report, `seed: ${SEED}`).toMatchObject({
      kills: KILLS,
      answersAcknowledged: report.interviews * 3,
      lost: 0,
      doubled: 0,
      askedTwice: 0,
      unfinished: 0,
      neverShown: 0,
      gaps: 0,
      jobsLeft: 0,
    });
  });
});
