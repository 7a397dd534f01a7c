import { rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** What Windows says of a file that a scanner or an indexer has open at the moment. */
const passing: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Half a second is usual, some seconds happen with a large file (ms). */
const waitsMs: readonly number[] = [20, 50, 100, 200, 400, 800, 1600, 3200];

interface RenameNeeds {
  readonly isWindows: boolean;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly wait: (ms: number) => Promise<unknown>;
}

/**
 * Gives a file another name, as `rename` does. On Windows, where others hold what was just written for a moment, it is tried
 * again for some seconds before the failure counts; elsewhere a refusal is one.
 */
export async function renamePatiently(
  from: string,
  to: string,
  needs: RenameNeeds = { isWindows: process.platform === 'win32', rename, wait },
): Promise<void> {
  for (const ms of needs.isWindows ? waitsMs : []) {
    try {
      await needs.rename(from, to);
      return;
    } catch (cause) {
      if (!passing.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
      await needs.wait(ms);
    }
  }
  return needs.rename(from, to);
}
