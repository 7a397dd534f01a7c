import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import type { PackedFeed } from './packed-feed.ts';

/** So many are written and read in about a millisecond. */
const episodesInText = 50;

export function packFeed({ episodes, ...feed }: ParsedFeed): PackedFeed {
  const episodeTexts: string[] = [];
  for (let start = 0; start < episodes.length; start += episodesInText) {
    episodeTexts.push(JSON.stringify(episodes.slice(start, start + episodesInText)));
  }
  return { ...feed, episodeTexts };
}

/** The episodes of one text that `packFeed` wrote. */
export function unpackEpisodes(episodeText: string): ParsedEpisode[] {
  return JSON.parse(episodeText) as ParsedEpisode[];
}
