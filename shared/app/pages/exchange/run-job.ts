// Has a file read or written beside the page, which goes on answering meanwhile.

import type { Answers, Job } from '@core/exchange/exchange-worker.ts';
import address from '@core/exchange/exchange-worker.ts?worker&url';
import { askWorker } from '../../own-scripts.ts';

/** Rejects when the worker cannot be had: its file is gone, or the browser starts none. */
export const runJob = async <Task extends Job['task']>(job: Job & { readonly task: Task }): Promise<Answers[Task]> =>
  askWorker<Answers[Task]>(address, job);
