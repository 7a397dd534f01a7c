import type { AlternateEnclosure, Enclosure } from '../feed/feed.ts';

/** One of the forms an episode's audio comes in. */
export interface SourceChoice {
  readonly url: string;
  readonly type: string;
  readonly bytes?: number | undefined;
  readonly title?: string | undefined;
  /** Bits a second. */
  readonly bitrate?: number | undefined;
  readonly language?: string | undefined;
}

/**
 * The forms of an episode that can be fetched, the usual one first (podcast:alternateEnclosure). The alternate that is marked as
 * default is the enclosure again and lends it its description. Of the addresses of one form the first of the web counts:
 * others, as of ipfs and torrents, nothing here can fetch.
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
  if (enclosure !== undefined) return [{ ...usual, ...enclosure }, ...others];
  return usual === undefined ? others : [usual, ...others];
}

function describe(
  { type, bytes, title, bitrate, language }: AlternateEnclosure,
  source: AlternateEnclosure['sources'][number],
): SourceChoice {
  return { url: source.url, type: source.type ?? type, bytes, title, bitrate, language };
}
