import type { AlternateEnclosure, Enclosure } from '../feed/feed.ts';
import { withoutUndefined } from '../feed/without-undefined.ts';

/** One of the forms an episode's audio comes in. */
export interface SourceChoice {
  readonly url: string;
  readonly type: string;
  readonly bytes?: number | undefined;
  readonly title?: string | undefined;
  /** Bits a second. */
  readonly bitrate?: number | undefined;
  readonly language?: string | undefined;
  /** Digests the publisher states of the file at this very address (podcast:integrity, W3C SRI). */
  readonly integrity?: string | undefined;
}

/**
 * The forms of an episode that can be fetched, the usual one first (podcast:alternateEnclosure). The alternate that is marked as
 * default is the enclosure again and lends it its description. Of the addresses of one form the first of the web counts:
 * others, as of ipfs and torrents, nothing here can fetch. A digest is taken for the address it stands beside alone: hosts put other
 * advertisements into the enclosure.
 */
export function sourceChoices(
  enclosure: Enclosure | undefined,
  alternates: readonly AlternateEnclosure[],
): SourceChoice[] {
  const offered = alternates.flatMap((alternate) => {
    const source = alternate.sources.find(({ url }) => /^https?:/i.test(url));
    return source === undefined ? [] : [{ alternate, choice: describe(alternate, source) }];
  });
  const isUsual = ({ alternate, choice }: (typeof offered)[number]) =>
    alternate.isDefault || choice.url === enclosure?.url;
  const usual = offered.find(isUsual)?.choice;
  const others = offered.filter((each) => !isUsual(each)).map(({ choice }) => choice);
  if (enclosure !== undefined) {
    const stated = usual?.url === enclosure.url ? usual.integrity : undefined;
    return [withoutUndefined({ ...usual, ...enclosure, integrity: stated }), ...others];
  }
  return usual === undefined ? others : [usual, ...others];
}

function describe(
  { type, bytes, title, bitrate, language, integrity }: AlternateEnclosure,
  source: AlternateEnclosure['sources'][number],
): SourceChoice {
  const stated = integrity?.type.toLowerCase() === 'sri' ? integrity.value : undefined;
  return withoutUndefined({
    url: source.url,
    type: source.type ?? type,
    bytes,
    title,
    bitrate,
    language,
    integrity: stated,
  });
}
