import type { ParsedEpisode } from './feed.ts';
import { hashText } from './hash-text.ts';

/** Longer ones are kept as a hash: an identity is an index key, and some guids are whole articles. */
const longestIdentity = 1000;

/** What identity is made of; all as the feed gives them, addresses absolute. */
export interface IdentitySource {
  readonly guid?: string | undefined;
  readonly enclosure?: { readonly url: string } | undefined;
  readonly link?: string | undefined;
  readonly title: string;
  readonly publishedAt?: number | undefined;
}

/**
 * What makes an episode the same one at the next refresh: its guid; without one the address of its audio, then of its page,
 * then title and date (the order the podcast namespace's documents recommend). Never empty.
 */
export function episodeIdentity(source: IdentitySource): string {
  const guid = source.guid?.trim() ?? '';
  const identity =
    guid || source.enclosure?.url || source.link || `${source.title}|${source.publishedAt ?? ''}`;
  return identity.length <= longestIdentity ? identity : `hash:${hashText(identity)}`;
}

/**
 * Id of an episode in the library: `<podcast id>-<16 hex digits>`, a pure function of what it is made of, so that a lost
 * library gets the same ids again.
 */
export function episodeId(podcastId: string, identity: string): string {
  return `${podcastId}-${hashText(identity)}`;
}

/**
 * Makes the identities within one feed unique and drops exact repetitions. Of several episodes with one guid the oldest
 * keeps it, the others get it with a hash of their audio, title and date: neither the order in the feed nor a newcomer
 * changes who is who.
 */
export function separateDuplicates(
  episodes: readonly ParsedEpisode[],
  onDuplicate: (kind: 'repeated-episode' | 'duplicate-guid', identity: string) => void,
): ParsedEpisode[] {
  if (new Set(episodes.map(({ identity }) => identity)).size === episodes.length) return [...episodes];
  const byIdentity = new Map<string, ParsedEpisode[]>();
  for (const episode of episodes) {
    const same = byIdentity.get(episode.identity);
    if (same) same.push(episode);
    else byIdentity.set(episode.identity, [episode]);
  }
  const dropped = new Set<ParsedEpisode>();
  for (const [identity, same] of byIdentity) {
    if (same.length === 1) continue;
    const byContent = new Map<string, ParsedEpisode>();
    for (const episode of same) {
      const content = contentKey(episode);
      if (byContent.has(content)) {
        dropped.add(episode);
        onDuplicate('repeated-episode', identity);
      } else {
        byContent.set(content, episode);
      }
    }
    const ordered = [...byContent].sort(
      ([contentA, a], [contentB, b]) => oldestFirst(a, b) || (contentA < contentB ? -1 : 1),
    );
    for (const [content, episode] of ordered.slice(1)) {
      episode.identity = `${identity}#${hashText(content)}`;
      onDuplicate('duplicate-guid', identity);
    }
  }
  return episodes.filter((episode) => !dropped.has(episode));
}

const contentKey = (episode: ParsedEpisode): string =>
  [episode.enclosure?.url ?? '', episode.title, episode.publishedAt ?? ''].join('\n');

const oldestFirst = (a: ParsedEpisode, b: ParsedEpisode): number =>
  (a.publishedAt ?? Number.MAX_SAFE_INTEGER) - (b.publishedAt ?? Number.MAX_SAFE_INTEGER);
