/** A finished download, as far as it matters for making room. */
export interface StoredEpisode {
  readonly episodeId: string;
  readonly podcastId: string;
  readonly bytes: number;
  /** When it was published, ms since the epoch: the newest are kept longest. */
  readonly sortAt: number;
  readonly isPlayed: boolean;
  /** Why no rule may take it. */
  readonly keptFor: KeptFor | null;
}

export type KeptFor = 'favourite' | 'playing' | 'queued' | 'playlist' | 'bookmark' | 'highlight';

export type FreeingRule =
  | { readonly kind: 'played' }
  /** All but so many of each show. */
  | { readonly kind: 'keep-newest'; readonly count: number }
  | { readonly kind: 'show'; readonly podcastId: string };

/** What a rule would delete. Nothing that is kept for a reason is among it. */
export function chooseFreed<Stored extends StoredEpisode>(
  episodes: readonly Stored[],
  rule: FreeingRule,
): Stored[] {
  const free = (chosen: readonly Stored[]) => chosen.filter(({ keptFor }) => keptFor === null);
  switch (rule.kind) {
    case 'played':
      return free(episodes.filter(({ isPlayed }) => isPlayed));
    case 'show':
      return free(episodes.filter(({ podcastId }) => podcastId === rule.podcastId));
    case 'keep-newest':
      return free([...groupByShow(episodes).values()].flatMap((ofShow) => olderThan(ofShow, rule.count)));
  }
}

/** The episodes of each show, in the order given. */
export function groupByShow<Stored extends StoredEpisode>(
  episodes: readonly Stored[],
): Map<string, Stored[]> {
  const groups = new Map<string, Stored[]>();
  for (const episode of episodes) {
    const group = groups.get(episode.podcastId);
    if (group === undefined) groups.set(episode.podcastId, [episode]);
    else group.push(episode);
  }
  return groups;
}

export function bytesOf(episodes: readonly StoredEpisode[]): number {
  return episodes.reduce((sum, { bytes }) => sum + bytes, 0);
}

function olderThan<Stored extends StoredEpisode>(ofShow: readonly Stored[], newest: number): Stored[] {
  return [...ofShow].sort((one, other) => other.sortAt - one.sortAt).slice(newest);
}
