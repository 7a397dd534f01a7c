/** What can be compared of two episodes. Times and lengths in ms. */
export interface Comparable {
  readonly title: string;
  readonly publishedAt?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly enclosure?: { readonly url: string; readonly type: string } | undefined;
}

/** Publishers correct the hour, or move an episode to the day it was announced for. */
const sameDayMs = 24 * 3_600_000;
/** Advertisements put in by the host change the length from week to week. */
const sameLengthMs = 10 * 60_000;

/**
 * Publishers change guids (a new host, a new plug-in) and their whole back catalogue would come as new. These predicates
 * say when an unknown episode is one we know; asked only about episodes that the feed no longer lists under their old guid.
 */
export function seemsSameEpisode(one: Comparable, other: Comparable): boolean {
  if (hasSameAudio(one, other)) return true;
  return (
    titlesLookSimilar(one, other) &&
    datesLookSimilar(one, other) &&
    durationsLookSimilar(one, other) &&
    kindsLookSimilar(one, other)
  );
}

/** The address without what hosts append to it: `?updated=…`, signatures, trackers. */
export function audioKey(episode: Comparable): string | undefined {
  return episode.enclosure?.url.replace(/[?#].*$/, '').replace(/^https?:\/\/(?:www\.)?/i, '');
}

export function hasSameAudio(one: Comparable, other: Comparable): boolean {
  const key = audioKey(one);
  // Scripts that serve every episode from one path tell them apart in the query only.
  return (
    key !== undefined &&
    key === audioKey(other) &&
    (/\.\w{2,4}$/.test(key) || one.enclosure?.url === other.enclosure?.url)
  );
}

/** Titles without capitals, quotes, dashes and white space, in which re-typed ones differ. */
export function titleKey({ title }: Comparable): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}

function titlesLookSimilar(one: Comparable, other: Comparable): boolean {
  const key = titleKey(one);
  return key !== '' && key === titleKey(other);
}

function datesLookSimilar(one: Comparable, other: Comparable): boolean {
  if (one.publishedAt === undefined || other.publishedAt === undefined) return false;
  return Math.abs(one.publishedAt - other.publishedAt) <= sameDayMs;
}

function durationsLookSimilar(one: Comparable, other: Comparable): boolean {
  if (one.durationMs === undefined || other.durationMs === undefined) return true;
  return Math.abs(one.durationMs - other.durationMs) <= sameLengthMs;
}

/** The same talk as audio and as video is two episodes. */
function kindsLookSimilar(one: Comparable, other: Comparable): boolean {
  const kind = ({ enclosure }: Comparable) => enclosure?.type.split('/')[0] ?? '';
  return kind(one) === '' || kind(other) === '' || kind(one) === kind(other);
}
