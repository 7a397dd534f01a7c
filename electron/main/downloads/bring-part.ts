import type { Transfer } from './transfer.ts';

export type RunTransfer = (task: Transfer) => Promise<number>;

/** One try to bring the rest of a part, with whoever plays it meanwhile told how it grows. Otherwise as `transfer`. */
export async function bringPart(
  run: RunTransfer,
  task: Omit<Transfer, 'onBegin' | 'onRefusal'>,
): Promise<number> {
  const { growth } = task.part;
  try {
    return await run({
      ...task,
      onBegin: (ranges) => growth.begin(ranges),
      onProgress: (progress) => {
        growth.wrote(progress);
        task.onProgress(progress);
      },
      onRefusal: () => growth.refuseTurns(),
    });
  } finally {
    growth.rest();
  }
}
