import { z } from 'zod';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { parsedFeedSchema } from './feed.ts';

/** So many are written and read in about a millisecond. */
const episodesInText = 50;

/**
 * A feed on its way to the window, its episodes as JSON texts. Objects are copied one by one at the bridge, all in one go:
 * 10,000 episodes stopped the window for two thirds of a second. Texts cost little there and are read at leisure.
 */
export const packedFeedSchema = parsedFeedSchema
  .omit({ episodes: true })
  .extend({ episodeTexts: z.array(z.string()) });

export type PackedFeed = z.infer<typeof packedFeedSchema>;

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
