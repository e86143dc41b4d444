/**
 * A thread of the PDF child that ends the child when it takes too much memory, for systems where the parent cannot
 * look. A timer beside the parser would not fire while it inflates a stream; a thread's does.
 */
import { workerData } from 'node:worker_threads';

const INTERVAL_MS = 25;

setInterval(() => {
  if (process.memoryUsage.rss() > Number(workerData)) process.kill(process.pid, 'SIGKILL');
}, INTERVAL_MS);
