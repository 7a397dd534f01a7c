import type { RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';

export type SystemInfo = RequestResult<'system:info'>;

/** Version, platform, language in force, download folder. */
export function readSystemInfo(): Promise<Result<SystemInfo>> {
  return request('system:info', {});
}

/** Opens http, https and mailto addresses in the system's browser or mail program; main refuses anything else. */
export function openExternal(url: string): Promise<Result<object>> {
  return request('system:open-external', { url });
}

/** The words of Earmark's licence and of those of everything in it. */
export function readLicences(): Promise<Result<RequestResult<'system:licences'>>> {
  return request('system:licences', {});
}
