import { shell } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import type { Logger } from '../logger.ts';
import { isOpenable } from './is-openable.ts';

/** The only way out of the app to other programs. */
export async function openExternal(url: string, log: Logger): Promise<Result<Record<string, never>>> {
  if (!isOpenable(url)) {
    log.warn(`Refused to open ${url}`);
    return failure(appError('address-scheme'));
  }
  try {
    await shell.openExternal(url);
    return success({});
  } catch (cause) {
    log.error(`The system did not open ${url}`, cause);
    return failure(appError('unexpected', 'the system did not open the address'));
  }
}
