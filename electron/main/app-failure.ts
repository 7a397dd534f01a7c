import type { AppError } from '../../core/app-error.ts';
import { failure, success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';

/** Carries a coded error through streams and promises inside the main process, where only exceptions get through. */
export class AppFailure extends Error {
  constructor(readonly error: AppError) {
    super(`${error.code} ${error.detail ?? ''}`.trimEnd());
    this.name = 'AppFailure';
  }
}

/** Where a service ends: coded errors become a Result. Cancellation and mistakes of our own go on as exceptions. */
export async function toResult<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return success(await work());
  } catch (cause) {
    if (cause instanceof AppFailure) return failure(cause.error);
    throw cause;
  }
}
