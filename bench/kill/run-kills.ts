import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from '../../src/interview/random.ts';
import { createSqliteDatabase, type ScratchDatabase } from '../../test/fakes/database.ts';
import { englishResume } from '../../test/fixtures/cv/make-cvs.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { type Candidate, createCandidate, type Record } from './candidate.ts';
import { live } from './live.ts';
import { planKill } from './plan.ts';
import { type Faults, verify } from './verify.ts';

export type KillReport = Faults & {
  kills: number;
  interviews: number;
  answersAcknowledged: number;
  /** The one window that is left: shown, and killed before that was stored. */
  messagesShownTwice: number;
};

/** An account's usual quota. */
const INTERVIEWS_A_CANDIDATE = 5;

/**
 * Takes the real program through interviews over its pipe and kills it so many times at random moments; each candidate with a
 * database of their own, from its creation on. The moments follow from the seed as far as the machine's timing lets them.
 */
export async function runKills(
  kills: number,
  seed: string,
  interviews = INTERVIEWS_A_CANDIDATE,
  createDatabase: () => Promise<ScratchDatabase> = createSqliteDatabase,
): Promise<KillReport> {
  const random = randomFrom(seed);
  const report = emptyReport();
  for (let number = 1; report.kills < kills; number += 1) {
    await inTemporaryFolder(async (folder) => {
      const cvPath = join(folder, 'cv.pdf');
      await writeFile(cvPath, await englishResume());
      const database = await createDatabase();
      const user = `candidate-${number}`;
      const candidate = createCandidate(user, cvPath, interviews, random);
      let killed = true;
      for (let life = 1; killed; life += 1) {
        const kill = report.kills < kills ? planKill(random, life === 1) : null;
        killed = await live(database.url, user, candidate, kill);
        if (killed) report.kills += 1;
      }
      const faults = await verify(database, candidate.record);
      if (Object.values(faults).some((times) => times > 0)) showEvidence(database, candidate);
      else await database.remove();
      add(report, candidate.record, faults);
    });
  }
  return report;
}

/** What is needed to find out how it came about. */
function showEvidence({ url }: ScratchDatabase, candidate: Candidate): void {
  console.error(
    `Something is wrong; the database is left at ${url}. The conversation:\n${candidate.transcript()}`,
  );
}

function emptyReport(): KillReport {
  return {
    kills: 0,
    interviews: 0,
    answersAcknowledged: 0,
    lost: 0,
    doubled: 0,
    askedTwice: 0,
    unfinished: 0,
    neverShown: 0,
    gaps: 0,
    jobsLeft: 0,
    messagesShownTwice: 0,
  };
}

function add(report: KillReport, { interviews }: Record, faults: Faults): void {
  for (const [name, count] of Object.entries(faults)) report[name as keyof Faults] += count;
  report.interviews += interviews.length;
  for (const { acknowledged, shown } of interviews) {
    report.answersAcknowledged += acknowledged.size;
    for (const times of shown.values()) report.messagesShownTwice += times - 1;
  }
}
