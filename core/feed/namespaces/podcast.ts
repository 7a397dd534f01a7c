import type { Namespace } from './namespace.ts';
import { podcastEpisode } from './podcast-episode.ts';
import { podcastFeed } from './podcast-feed.ts';

/** The podcast namespace (github.com/Podcastindex-org/podcast-namespace), under both of its URIs. */
export const podcast: Namespace = {
  prefix: 'podcast',
  uris: [
    'podcastindex.org/namespace/1.0',
    'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
    'github.com/podcastindex-org/podcast-namespace/blob/master/docs/1.0.md',
  ],
  feed: podcastFeed,
  episode: podcastEpisode,
};
