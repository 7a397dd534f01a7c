/** How fast a transfer is, as of its latest report. Times in ms. */
export interface TransferSpeed {
  readonly bytes: number;
  readonly at: number;
  /** Null until two reports tell. */
  readonly bytesPerSecond: number | null;
}

/** Over so long a line is judged (ms): long enough to be read, short enough to follow. */
const memoryMs = 5_000;
/** Reports closer than this say more of the reporting than of the line (ms). */
const shortestMs = 100;

/** The speed after one more report: the mean of what came lately, the newer the heavier. A file begun anew is judged anew. */
export function measureSpeed(before: TransferSpeed | undefined, bytes: number, at: number): TransferSpeed {
  if (before === undefined || bytes < before.bytes) return { bytes, at, bytesPerSecond: null };
  const elapsed = at - before.at;
  if (elapsed < shortestMs) return before;
  const latest = ((bytes - before.bytes) / elapsed) * 1000;
  const weight = 1 - Math.exp(-elapsed / memoryMs);
  const mean = before.bytesPerSecond ?? latest;
  return { bytes, at, bytesPerSecond: mean + (latest - mean) * weight };
}

/** Time until the rest has come (ms); null where that cannot be told. */
export function remainingMs(restBytes: number | null, bytesPerSecond: number | null): number | null {
  if (restBytes === null || bytesPerSecond === null || bytesPerSecond < 1) return null;
  return (restBytes / bytesPerSecond) * 1000;
}
