import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { AppError } from '../../core/app-error.ts';
import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';
import { library } from './database.ts';

/** After a full disk Chromium's next transaction can hang for ever (ms). */
const ordinaryWatchdogMs = 30_000;

/**
 * Runs `body` in one transaction of the library: all of it is written, or nothing.
 * Fails with `disk-full` or `library-failed`; a failure `body` answers also undoes what it wrote.
 */
export async function writeLibrary<Value>(
  tables: readonly Table[],
  body: () => Promise<Result<Value>>,
  watchdogMs = ordinaryWatchdogMs,
): Promise<Result<Value>> {
  const written = library
    .transaction('rw', [...tables], async () => {
      const result = await body();
      if (!result.ok) throw new Undone(result.error);
      return result;
    })
    .catch((error: unknown) => failure(libraryError(error)));
  return watched(written, watchdogMs);
}

/** The library's error as one the user can be told of. */
export function libraryError(error: unknown): AppError {
  if (error instanceof Undone) return error.reason;
  const isFull =
    error instanceof Dexie.DexieError && [error.name, innerName(error)].includes('QuotaExceededError');
  return appError(isFull ? 'disk-full' : 'library-failed', String(error));
}

class Undone extends Error {
  constructor(readonly reason: AppError) {
    super(reason.code);
  }
}

function innerName(error: { inner?: unknown }): string {
  return error.inner instanceof Error ? error.inner.name : '';
}

async function watched<Value>(
  written: PromiseLike<Result<Value>>,
  watchdogMs: number,
): Promise<Result<Value>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<Result<Value>>((resolve) => {
    timer = setTimeout(() => {
      library.close({ disableAutoOpen: false });
      resolve(failure(appError('library-failed', `no answer within ${watchdogMs} ms`)));
    }, watchdogMs);
  });
  try {
    return await Promise.race([written, hung]);
  } finally {
    clearTimeout(timer);
  }
}
