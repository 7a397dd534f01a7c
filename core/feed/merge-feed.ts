import { briefNames } from './episode-brief.ts';
import type { EpisodeBrief } from './episode-brief.ts';
import { episodeId } from './episode-identity.ts';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { hashText } from './hash-text.ts';
import { audioKey, seemsSameEpisode, titleKey } from './look-alike.ts';

/** The least a saved episode must have; a row of the library has more, which comes back untouched. */
export interface SavedEpisode extends EpisodeBrief {
  readonly id: string;
  /** Place in lists, ms since the epoch. */
  readonly sortAt: number;
}

export interface AddedEpisode {
  readonly id: string;
  readonly episode: ParsedEpisode;
  readonly sortAt: number;
  /** Whether to offer it as new. */
  readonly isNew: boolean;
}

export interface KnownEpisode<Saved> {
  /** Keeps its id and all the user did with it, even when its identity is another now. */
  readonly saved: Saved;
  readonly episode: ParsedEpisode;
  readonly sortAt: number;
}

export interface FeedChanges<Saved> {
  /** In the order of the feed. */
  readonly added: AddedEpisode[];
  readonly updated: KnownEpisode<Saved>[];
  /** Nothing that lists show differs; the notes still may. */
  readonly unchanged: KnownEpisode<Saved>[];
  /** Saved and no longer in the feed. They stay in the library: feeds list only the latest. */
  readonly gone: Saved[];
}

export interface MergeOptions<Saved> {
  readonly podcastId: string;
  readonly saved: readonly Saved[];
  readonly feed: Pick<ParsedFeed, 'episodes'>;
  /** ms since the epoch */
  readonly now: number;
  /** Identities are our own and never change: what has another is another, however alike they look. */
  readonly certain?: boolean;
}

/** So many episodes of a newly subscribed show are new, the rest is its back catalogue: New shows what to begin with. */
const newAtSubscription = 5;
/** Feeds are not always in order, and shows publish late: what is at most this much older than the newest known is news. */
const lateMs = 7 * 24 * 3_600_000;
/** Ten thousand episodes all named alike must not take ten thousand times ten thousand comparisons. */
const mostCandidates = 50;
/** Clocks are wrong and time zones mistaken; a date further ahead was set to stay on top for ever. */
const mostAheadMs = 7 * 24 * 3_600_000;

/**
 * What a parsed feed means for the saved episodes of its show. An episode is recognised by its identity, else, when the
 * feed no longer lists a saved one, by looking like it (see `look-alike.ts`). Pure; nothing saved is ever dropped.
 */
export function mergeFeed<Saved extends SavedEpisode>(options: MergeOptions<Saved>): FeedChanges<Saved> {
  const { podcastId, saved, feed, now, certain = false } = options;
  const known = recognise(saved, feed.episodes, certain);
  const changes: FeedChanges<Saved> = { added: [], updated: [], unchanged: [], gone: [] };
  const usedIds = new Set(saved.map(({ id }) => id));
  const added: Omit<AddedEpisode, 'isNew'>[] = [];
  for (const [index, episode] of feed.episodes.entries()) {
    const earlier = known.get(episode);
    const sortAt = placeOf(episode, { earlier, now, index });
    if (earlier === undefined) {
      added.push({ id: freeId(podcastId, episode.identity, usedIds), episode, sortAt });
    } else {
      const isSame = sortAt === earlier.sortAt && hasSameContent(earlier, episode);
      changes[isSame ? 'unchanged' : 'updated'].push({ saved: earlier, episode, sortAt });
    }
  }
  const newOnes = chooseNew(added, saved);
  changes.added.push(...added.map((entry) => ({ ...entry, isNew: newOnes.has(entry.id) })));
  const present = new Set(known.values());
  changes.gone.push(...saved.filter((episode) => !present.has(episode)));
  return changes;
}

function recognise<Saved extends SavedEpisode>(
  saved: readonly Saved[],
  episodes: readonly ParsedEpisode[],
  certain: boolean,
): Map<ParsedEpisode, Saved> {
  const byIdentity = new Map(saved.map((episode) => [episode.identity, episode]));
  const known = new Map<ParsedEpisode, Saved>();
  const strangers: ParsedEpisode[] = [];
  for (const episode of episodes) {
    const same = byIdentity.get(episode.identity);
    if (same) known.set(episode, same);
    else strangers.push(episode);
  }
  const present = new Set(known.values());
  const left = saved.filter((episode) => !present.has(episode));
  if (certain || strangers.length === 0 || left.length === 0) return known;
  const missing = new LookAlikes(left);
  for (const episode of strangers) {
    const same = missing.take(episode);
    if (same) known.set(episode, same);
  }
  return known;
}

/** Episodes to be recognised, found by the two things one of which look-alikes share: their audio or their title. */
class LookAlikes<Saved extends SavedEpisode> {
  readonly #byKey = new Map<string, Set<Saved>>();

  constructor(episodes: readonly Saved[]) {
    for (const episode of episodes) {
      for (const key of keysOf(episode)) {
        const same = this.#byKey.get(key);
        if (same) same.add(episode);
        else this.#byKey.set(key, new Set([episode]));
      }
    }
  }

  /** The first that seems to be this one; it is taken, for no two can be the same saved episode. */
  take(episode: ParsedEpisode): Saved | undefined {
    for (const key of keysOf(episode)) {
      for (const candidate of [...(this.#byKey.get(key) ?? [])].slice(0, mostCandidates)) {
        if (!seemsSameEpisode(candidate, episode)) continue;
        for (const other of keysOf(candidate)) this.#byKey.get(other)?.delete(candidate);
        return candidate;
      }
    }
    return undefined;
  }
}

function keysOf(episode: Pick<ParsedEpisode, 'title' | 'enclosure'>): string[] {
  const audio = audioKey(episode);
  const title = titleKey(episode);
  return [...(audio === undefined ? [] : [`audio:${audio}`]), ...(title === '' ? [] : [`title:${title}`])];
}

/** Feeds list the newest first: without dates that order is all there is, and it is kept from the first time on. */
function placeOf(
  episode: ParsedEpisode,
  { earlier, now, index }: { earlier: SavedEpisode | undefined; now: number; index: number },
): number {
  if (earlier !== undefined && earlier.publishedAt === episode.publishedAt) return earlier.sortAt;
  const { publishedAt } = episode;
  if (publishedAt !== undefined && publishedAt <= now + mostAheadMs) return publishedAt;
  return earlier?.sortAt ?? now - index;
}

/** The id of a new episode; the usual one may be in use by an episode whose publisher gave its guid away. */
function freeId(podcastId: string, identity: string, used: Set<string>): string {
  let id = episodeId(podcastId, identity);
  for (let attempt = 2; used.has(id); attempt += 1)
    id = episodeId(podcastId, hashText(`${identity}#${attempt}`));
  used.add(id);
  return id;
}

function hasSameContent(saved: SavedEpisode, episode: ParsedEpisode): boolean {
  return briefNames.every((key) => {
    const one = saved[key];
    const other = episode[key];
    return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
  });
}

/** Ids of the added episodes that are news: after subscribing the newest few, later all but old ones put out again. */
function chooseNew(
  added: readonly Omit<AddedEpisode, 'isNew'>[],
  saved: readonly SavedEpisode[],
): Set<string> {
  if (saved.length === 0) {
    const newest = [...added].sort((one, other) => other.sortAt - one.sortAt).slice(0, newAtSubscription);
    return new Set(newest.map(({ id }) => id));
  }
  const latestKnownAt = saved.reduce(
    (latest, { sortAt }) => Math.max(latest, sortAt),
    Number.NEGATIVE_INFINITY,
  );
  return new Set(added.filter(({ sortAt }) => sortAt > latestKnownAt - lateMs).map(({ id }) => id));
}
