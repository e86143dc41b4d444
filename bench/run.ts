/** What `npm run bench -- NAME` runs. Each prints a table and, as its last line, JSON. */
const BENCHES = {
  turn: {
    about: 'turns a second on one core, each on disk before its reply',
    load: () => import('./turn.ts'),
  },
  import: {
    about: '3,600 questions read, compared and written',
    load: () => import('./import.ts'),
  },
  pdf: { about: 'replies while CVs are read, over replies while none is', load: () => import('./pdf.ts') },
  slack: {
    about: 'messages over HTTP at 200 a second: acknowledgement after the commit, CPU over bare Bolt',
    load: () => import('./slack.ts'),
  },
  discord: {
    about: 'direct messages on a stand-in of Discord, beside a bot that only echoes',
    load: () => import('./discord.ts'),
  },
  start: { about: 'from starting the program to its greeting', load: () => import('./start.ts') },
  kill: {
    about: '[count] [seed] [mysql://…]: kill -9 in the middle of interviews, and what is left',
    load: () => import('./kill.ts'),
  },
  'kill-events': {
    about: '[count]: the same with thousands of events in the bot itself, without a pipe',
    load: () => import('./kill-events.ts'),
  },
  wait: {
    about: '[interviews] [seed]: how long candidates wait for models of 23–44 s, on a virtual clock',
    load: () => import('./wait.ts'),
  },
  bank: {
    about: 'how many key points independent answers to bank questions meet, and answers to their neighbours',
    load: () => import('./bank.ts'),
  },
} as const;

type Name = keyof typeof BENCHES;

async function main(given: readonly string[]): Promise<number> {
  const [name, ...rest] = given;
  if (name === undefined || !(name in BENCHES)) {
    console.log('Usage: npm run bench -- NAME');
    for (const [known, { about }] of Object.entries(BENCHES)) console.log(`  ${known.padEnd(12)} ${about}`);
    return name === undefined ? 0 : 1;
  }
  const { run } = await BENCHES[name as Name].load();
  await run(rest);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
