import type { ParsedEpisode } from './feed.ts';

/** What lists, the player and downloads need of an episode. Everything else is detail, which no list reads. */
export const briefNames = [
  'identity',
  'guid',
  'title',
  'link',
  'author',
  'publishedAt',
  'durationMs',
  'season',
  'seasonName',
  'episodeNumber',
  'episodeDisplay',
  'episodeType',
  'explicit',
  'categories',
  'teaser',
  'imageUrl',
  'enclosure',
  'transcripts',
  'chaptersUrl',
] as const satisfies readonly (keyof ParsedEpisode)[];

export type EpisodeBrief = Pick<ParsedEpisode, (typeof briefNames)[number]>;
