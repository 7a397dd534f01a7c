import { describe, expect, it } from 'vitest';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { packFeed, unpackEpisodes } from './pack-feed.ts';

const episode = (identity: string): ParsedEpisode => ({
  identity,
  title: `«${identity}» \u2028 \ud83c\udf99`,
  categories: [],
  teaser: '',
  notesHtml: '<p>"a" \\ b</p>',
  alternateEnclosures: [],
  transcripts: [],
  chapters: [{ startMs: 500, title: 'One', listed: true }],
  persons: [],
  soundbites: [],
});

const feedOf = (episodes: ParsedEpisode[]): ParsedFeed => ({
  title: 'Show',
  description: '',
  categories: [],
  kind: 'episodic',
  fundings: [],
  persons: [],
  warnings: [],
  episodes,
});

describe('packFeed', () => {
  it('brings every episode over in order and unchanged', () => {
    const feed = feedOf(Array.from({ length: 123 }, (_, index) => episode(String(index))));
    const { episodeTexts, ...rest } = packFeed(feed);
    expect({ ...rest, episodes: episodeTexts.flatMap(unpackEpisodes) }).toEqual(feed);
  });

  it('packs an empty feed into nothing', () => {
    expect(packFeed(feedOf([])).episodeTexts).toEqual([]);
  });
});
