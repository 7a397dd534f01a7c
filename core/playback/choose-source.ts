import { appError } from '../app-error.ts';
import type { Enclosure, ParsedEpisode } from '../feed/feed.ts';
import type { Result } from '../result.ts';
import { failure, success } from '../result.ts';

export interface Source {
  readonly url: string;
  readonly type: string;
  readonly bytes?: number | undefined;
}

/**
 * The address an episode's audio comes from: the enclosure, else the default of the alternate ones, else the first audio among them
 * (podcast:alternateEnclosure). Fails with `enclosure-missing`.
 */
export function chooseSource(
  enclosure: Enclosure | undefined,
  alternates: ParsedEpisode['alternateEnclosures'],
): Result<Source> {
  if (enclosure !== undefined) return success(enclosure);
  const best = alternates.find((one) => one.isDefault) ?? alternates.find((one) => isAudio(one.type));
  const address = best?.sources.find((source) => isWebAddress(source.url));
  if (best === undefined || address === undefined) return failure(appError('enclosure-missing'));
  return success({ url: address.url, type: address.type ?? best.type, bytes: best.bytes });
}

function isAudio(type: string): boolean {
  return type.startsWith('audio/');
}

/** Alternate sources may also be torrents or ipfs addresses, which nothing here can fetch. */
function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url);
}
