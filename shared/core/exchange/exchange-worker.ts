// The worker that reads and writes files, so that no page stands still meanwhile. It is asked once, and answers once.

import type { Result } from '../kernel/result.ts';
import type { Here, Incoming } from './incoming.ts';
import { readFile } from './read-file.ts';
import type { Refusal } from './refusal.ts';
import { type Order, type WrittenFile, writeFile } from './write-file.ts';

export type Job =
  | { readonly task: 'read'; readonly file: Blob; readonly here: Here }
  | ({ readonly task: 'write' } & Order);

/** What each task is answered with. */
export interface Answers {
  read: Result<Incoming, Refusal>;
  write: WrittenFile;
}

addEventListener('message', (event: MessageEvent<Job>) => {
  void answer(event.data).then((result) => postMessage(result));
});

async function answer(job: Job): Promise<Answers[Job['task']]> {
  return job.task === 'read' ? readFile(job.file, job.here) : writeFile(job);
}
