import type {
  AlternateEnclosure,
  Chapter,
  Discussion,
  Enclosure,
  Funding,
  License,
  Note,
  Person,
  PodcastImage,
  PodcastLocation,
  Soundbite,
  TranscriptLink,
} from './feed.ts';

/** An enclosure of media:content, which may be the episode, a picture, or one of several encodings. */
export interface MediaContent extends Enclosure {
  readonly medium: string;
  readonly isDefault: boolean;
  readonly durationMs?: number;
}

/** What the namespaces saw of an episode, before `finish-episode.ts` chooses among it. Addresses are absolute already. */
export function createEpisodeDraft() {
  return {
    guid: undefined as string | undefined,
    /** The guid as an address, unless the feed says it is not one. */
    guidLink: undefined as string | undefined,
    title: undefined as string | undefined,
    otherTitle: undefined as string | undefined,
    link: undefined as string | undefined,
    itunesAuthor: undefined as string | undefined,
    author: undefined as string | undefined,
    creator: undefined as string | undefined,
    published: undefined as string | undefined,
    otherDate: undefined as string | undefined,
    updated: undefined as string | undefined,
    durationMs: undefined as number | undefined,
    season: undefined as number | undefined,
    seasonName: undefined as string | undefined,
    episodeNumber: undefined as number | undefined,
    episodeDisplay: undefined as string | undefined,
    episodeType: undefined as ('full' | 'trailer' | 'bonus') | undefined,
    explicit: undefined as boolean | undefined,
    /** HTML: content:encoded or Atom's content. */
    content: undefined as string | undefined,
    description: undefined as string | undefined,
    summary: undefined as string | undefined,
    subtitle: undefined as string | undefined,
    mediaDescription: undefined as string | undefined,
    fullText: undefined as string | undefined,
    itunesImage: undefined as string | undefined,
    mediaImage: undefined as string | undefined,
    chaptersUrl: undefined as string | undefined,
    license: undefined as License | undefined,
    acceptsValue: false,
    /** Only of a podcast:liveItem. */
    live: undefined as { status: 'pending' | 'live' | 'ended'; startAt?: number; endAt?: number } | undefined,
    categories: [] as string[],
    enclosures: [] as Enclosure[],
    mediaContents: [] as MediaContent[],
    alternateEnclosures: [] as AlternateEnclosure[],
    transcripts: [] as TranscriptLink[],
    chapters: [] as Chapter[],
    persons: [] as Person[],
    soundbites: [] as Soundbite[],
    images: [] as PodcastImage[],
    fundings: [] as Funding[],
    locations: [] as PodcastLocation[],
    notes: [] as Note[],
    discussions: [] as Discussion[],
    contentLinks: [] as { url: string; text: string }[],
  };
}

export type EpisodeDraft = ReturnType<typeof createEpisodeDraft>;
