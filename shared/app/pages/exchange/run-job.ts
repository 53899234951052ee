// Has a file read or written beside the page, which goes on answering meanwhile.

import type { Answers, Job } from '@core/exchange/exchange-worker.ts';
import address from '@core/exchange/exchange-worker.ts?worker&url';
import { ownScript } from '../../own-scripts.ts';

/** Rejects when the worker cannot be had: its file is gone, or the browser starts none. */
export function runJob<Task extends Job['task']>(job: Job & { readonly task: Task }): Promise<Answers[Task]> {
  const worker = new Worker(ownScript(address), { type: 'module' });
  return new Promise<Answers[Task]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answers[Task]>) => resolve(data);
    worker.onerror = () => reject(new Error('the worker did not answer'));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
