import type { ParsedEpisode, ParsedFeed } from '../../../core/feed/feed.ts';

/** A feed with everything a test does not name left empty. */
export function sampleFeed(feed: Partial<ParsedFeed> = {}): ParsedFeed {
  return {
    title: 'Show',
    description: '',
    categories: [],
    kind: 'episodic',
    fundings: [],
    persons: [],
    episodes: [],
    warnings: [],
    ...feed,
  };
}

export function sampleEpisode(identity: string, episode: Partial<ParsedEpisode> = {}): ParsedEpisode {
  return {
    identity,
    title: `Episode ${identity}`,
    categories: [],
    teaser: '',
    notesHtml: `<p>Notes of ${identity}</p>`,
    enclosure: { url: `https://example.com/${identity}.mp3`, type: 'audio/mpeg' },
    alternateEnclosures: [],
    transcripts: [],
    chapters: [],
    persons: [],
    soundbites: [],
    ...episode,
  };
}
