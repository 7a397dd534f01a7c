import type { RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { describeDownload } from '../library/change-downloads.ts';

export type PreparedAudio = RequestResult<'media:prepare'>;

/**
 * Asks main for an address the media element can play, once `ready` is over. Fails with `not-found`, `enclosure-missing` and
 * what main says.
 */
export async function prepareAudio(
  episodeId: string,
  ready: Promise<unknown> = Promise.resolve(),
): Promise<Result<PreparedAudio>> {
  const [wanted] = await Promise.all([describeDownload(episodeId), ready]);
  if (!wanted.ok) return wanted;
  const { url, type, feedUrl, allowPlain } = wanted.value;
  return request('media:prepare', { episodeId, url, type, feedUrl, allowPlain });
}
