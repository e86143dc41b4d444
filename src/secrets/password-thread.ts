import { parentPort } from 'node:worker_threads';
import bcrypt from 'bcryptjs';

/** What the thread is asked; `id` comes back with the answer. */
export type PasswordTask = { readonly id: number } & (
  | { readonly type: 'hash'; readonly password: string; readonly cost: number }
  | { readonly type: 'compare'; readonly password: string; readonly hash: string }
);
export type PasswordAnswer = { readonly id: number; readonly result: string | boolean };

// Synchronous: there is nothing else to do in here, and one task after another is all that one thread can do.
parentPort?.on('message', (task: PasswordTask) => {
  const result =
    task.type === 'hash'
      ? bcrypt.hashSync(task.password, task.cost)
      : bcrypt.compareSync(task.password, task.hash);
  const answer: PasswordAnswer = { id: task.id, result };
  parentPort?.postMessage(answer);
});
