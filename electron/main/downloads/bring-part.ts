import type { Transfer } from './transfer.ts';

export type RunTransfer = (task: Transfer) => Promise<number>;

/** One try to bring the rest of a part, with whoever plays it meanwhile told how it grows. Otherwise as `transfer`. */
export async function bringPart(run: RunTransfer, task: Omit<Transfer, 'onBegin'>): Promise<number> {
  const { growth } = task.part;
  try {
    return await run({
      ...task,
      onBegin: (offset) => growth.begin(offset),
      onProgress: (receivedBytes, totalBytes) => {
        growth.wrote(receivedBytes);
        task.onProgress(receivedBytes, totalBytes);
      },
    });
  } finally {
    growth.rest();
  }
}
