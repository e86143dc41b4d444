import { createMysqlDatabase } from '../test/fakes/database.ts';
import { runKills } from './kill/run-kills.ts';
import { printResult, printTable } from './support/report.ts';

const USUAL_KILLS = 200;

/** `kill [count] [seed] [mysql://…]`: see `runKills`; on a SQLite file, or in databases of a server. Fails when anything that was acknowledged is not as it should be. */
export async function run([count, wantedSeed, server]: readonly string[]): Promise<void> {
  const seed = wantedSeed ?? String(Date.now());
  const startedAt = performance.now();
  const kills = count === undefined ? USUAL_KILLS : Number(count);
  const report = await runKills(
    kills,
    seed,
    undefined,
    server ? () => createMysqlDatabase(server) : undefined,
  );
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  printTable(Object.entries(report).map(([what, times]) => ({ what, times })));
  const { kills: _, interviews: __, answersAcknowledged: ___, messagesShownTwice: ____, ...faults } = report;
  if (Object.values(faults).some((times) => times > 0)) process.exitCode = 1;
  printResult({ ...report, seconds, seed });
}
