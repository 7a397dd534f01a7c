import type { MessageEvent } from 'electron';
import type { WorkerRequest } from '../../core/ipc/worker-contract.ts';
import { answerJob } from './answer-job.ts';

/** The utility process: hostile bytes are read here, away from everything that could do harm. One job at a time, in order. */
process.parentPort.on('message', ({ data }: MessageEvent) => {
  void answerJob(data as WorkerRequest).then((reply) => process.parentPort.postMessage(reply));
});
