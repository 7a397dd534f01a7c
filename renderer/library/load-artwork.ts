import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';

/** An `art:` address for <img>, from the picture cache or the network. Asked once for each picture while the app runs. */
export function artworkAddress(_url: string, _feedUrl: string): Promise<Result<string>> {
  return Promise.resolve(failure(appError('unexpected')));
}
