import type { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { EpisodeCriteria } from '../../core/download/choose-auto-download.ts';
import type { DownloadState } from '../../core/download/download.ts';
import type { Chapter, ParsedEpisode, ParsedFeed } from '../../core/feed/feed.ts';
import type { TextHighlight } from '../../core/highlights/highlight.ts';
import type { feedValidatorsSchema } from '../../core/ipc/feed-contract.ts';
import type { EpisodeRule } from '../../core/playback/episode-rule.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import type { EpisodeBrief } from '../../core/feed/episode-brief.ts';

/** What the two databases hold. Times are ms since the epoch or ms of audio; sizes are bytes. */

/** The show itself, as its feed describes it, and how it stands with us. */
export interface PodcastRow extends Omit<ParsedFeed, 'episodes' | 'newFeedUrl' | 'nextPageUrl'> {
  /** 16 lower-case hexadecimal digits, drawn at subscription; survives a change of address. */
  id: string;
  feedUrl: string;
  /** `comparableAddress(feedUrl)`: finds a show that is already here. */
  feedKey: string;
  /** Comparable addresses this show has left: it never moves back to one, so A → B → A ends. */
  movedFrom: string[];
  subscribedAt: number;
  /** When the feed last brought something different. A check that found nothing new writes nothing. */
  refreshedAt?: number;
  /** Why the latest refresh failed; gone after the next that works. */
  refreshError?: AppError;
  /** Kept with the episodes in the same transaction: counting rows takes a second in a large library. */
  episodeCount: number;
  newCount: number;
  /** `sortAt` of the newest episode. */
  latestAt?: number;
}

export interface EpisodeRow extends EpisodeBrief {
  /** `episodeId(podcastId, identity)`: starts with the podcast's id and a hyphen. */
  id: string;
  podcastId: string;
  /** `publishedAt`, or when we first saw the episode if the feed gives no date. Lists are in this order. */
  sortAt: number;
  /** `-sortAt`: lists have the newest first, and indexes are quick in ascending order only. */
  order: number;
  hasFullText: boolean;
  /** 1 until played or dismissed. A number because IndexedDB does not index booleans. */
  isNew: 0 | 1;
  playedAt?: number;
  /** When the listener marked it: a favourite is never deleted by a rule. */
  favouriteAt?: number;
  /** When its download was cancelled or deleted: no rule downloads it again. Gone once the listener asks for it. */
  declinedAt?: number;
}

/** In the `cache` database. The HTML is untrusted. */
export interface EpisodeDetailRow extends Omit<ParsedEpisode, keyof EpisodeBrief> {
  episodeId: string;
}

export interface ProgressRow {
  episodeId: string;
  positionMs: number;
  durationMs?: number;
  /** Time that skipped silence has saved so far. */
  savedMs?: number;
  updatedAt: number;
}

export interface QueueRow {
  episodeId: string;
  /** Ascending; fractions appear when an episode is moved between two others. */
  order: number;
}

export interface DownloadRow {
  episodeId: string;
  state: DownloadState;
  /** As of the last change of state; live bytes are in `download-progress.ts`. */
  receivedBytes: number;
  totalBytes?: number;
  error?: AppError;
  /** When the next try starts, while `waiting`. */
  retryAt?: number;
  /** Relative to the download folder, once done. */
  fileName?: string;
  /** Place in the queue, ascending, while unfinished. */
  order?: number;
  /** Goes on although the others wait. */
  anyway?: true;
  /** Done, and nothing proves that the end of the file is there. */
  unverified?: true;
  /** A file of a folder show: it was never downloaded, and is not ours to delete. */
  inPlace?: true;
  /** Brought by a rule, not asked for by the listener. */
  automatic?: true;
  requestedAt: number;
  /** On every row that is `done` or `missing` and not `inPlace`, and on no other. */
  doneAt?: number;
}

/** What the listener set for one show; what is absent is as in the settings for all. */
export interface PodcastSettingsRow {
  podcastId: string;
  speed?: number;
  levelling?: boolean;
  skipSilence?: boolean;
  /** Ms left out at the start and at the end of each episode. */
  skipIntroMs?: number;
  skipOutroMs?: number;
  /** Decibels added to every episode. */
  volumeDb?: number;
  /** Newest episodes that a refresh downloads by itself; 0 = none. */
  autoDownloadNewest?: number;
  autoDownloadFilter?: EpisodeCriteria;
  /** Downloads kept, the newest first; 0 = all. */
  keepNewest?: number;
  deleteAfterPlayed?: boolean;
  /** Announces new episodes; off unless set. */
  notify?: boolean;
  /** Its audio may be led from a secure address to one without encryption. */
  allowPlainAudio?: true;
}

/** What the listener set for one episode. */
export interface EpisodeSettingsRow {
  episodeId: string;
  /** Decibels added to its sound. */
  volumeDb?: number;
  /** Starts (ms) of chapters that are left out. */
  skippedChapters?: number[];
  /** Address of the alternate enclosure chosen in place of the usual one. */
  enclosureUrl?: string;
  /** Which of its texts is shown, and which beside it: keys of `TextVersion`. */
  textKey?: string;
  besideKey?: string;
  /** What texts are spoken in (BCP 47), by their keys, where the listener knows better than what is guessed. */
  spokenLanguages?: Record<string, string>;
}

/** A moment the listener wants to find again. */
export interface BookmarkRow {
  id: string;
  episodeId: string;
  positionMs: number;
  note: string;
  createdAt: number;
}

/** A marked place of a text. It stays when its episode and its show go. */
export type HighlightRow = TextHighlight;
/** Where the page of an episode was left. */
export interface ReadingPlaceRow {
  episodeId: string;
  /** UTF-16 units from the beginning of the text to the line at the top of the window, and the length of the whole text. */
  offset: number;
  length: number;
  updatedAt: number;
}

/** A named list of episodes: made by hand (`rule` is null, see `PlaylistEntryRow`) or filled by a rule. */
export interface PlaylistRow {
  id: string;
  name: string;
  rule: EpisodeRule | null;
  /** Place among the playlists, ascending. */
  order: number;
  createdAt: number;
}

/** A place in a playlist made by hand. */
export interface PlaylistEntryRow extends QueueRow {
  playlistId: string;
}

/** What the user did with an episode, so that a change can be taken back. */
export interface EpisodeState {
  episodeId: string;
  isNew: 0 | 1;
  playedAt?: number;
  progress: ProgressRow | null;
  queued: QueueRow | null;
}

/** How matching the words of an episode with its sound stands; what was found is kept beside the audio. */
export interface AlignmentRow {
  episodeId: string;
  /** `alignmentKey` of the text. */
  textHash: string;
  /** `wanted`: the listener waits for it. `settled`: it was tried. */
  state: 'wanted' | 'settled' | 'failed';
  /** Why what the listener wanted failed. */
  error?: AppError;
  /** Of the method by which it was settled (`alignmentVersion`). */
  version?: number;
}

/** Small things to remember between two starts, e.g. the last route. */
export interface MetaRow {
  key: string;
  value: string;
}

export interface TextRow {
  episodeId: string;
  transcripts: Transcript[];
  failed: { url: string; error: AppError }[];
  /** What the texts were made from: when the feed announces others, they are fetched again. */
  sources: string;
  fetchedAt: number;
}

/** The article of the episode's web page. In the `cache` database. */
export interface ArticleRow {
  episodeId: string;
  url: string;
  transcript: Transcript;
  /** For display. Untrusted. */
  html: string;
  pages: number;
  /** Why the rest of it is not here. */
  brokenOff?: AppError | undefined;
  fetchedAt: number;
}

/** A text the listener gave an episode: dropped, chosen or typed. It cannot be fetched again. */
export interface OwnTextRow {
  id: string;
  episodeId: string;
  /** Of its file; empty for what was typed. */
  name: string;
  addedAt: number;
  transcript: Transcript;
}

export interface ChaptersRow {
  episodeId: string;
  url: string;
  chapters: Chapter[];
  fetchedAt: number;
}

/** What came of a downloaded episode besides its audio. Not there: nobody has looked since it changed. */
export interface OfflineRow {
  episodeId: string;
  /** Texts, chapters and pictures that could not be had. */
  missing: number;
  triedAt: number;
}

/** What is known of a feed's body. Beside the details made from it, so that losing one loses both. */
export interface FeedRow {
  podcastId: string;
  validators: z.infer<typeof feedValidatorsSchema>;
  /** Fingerprint of each episode's details by episode id: only what differs is written. */
  detailPrints: Map<string, string>;
}

/** An episode as lists show it. */
export interface EpisodeListItem {
  episode: EpisodeRow;
  podcast: Pick<PodcastRow, 'id' | 'title' | 'feedUrl' | 'author' | 'imageUrl' | 'language'>;
  progress: ProgressRow | null;
  download: DownloadRow | null;
  queued: boolean;
}

export interface EpisodeView extends EpisodeListItem {
  /** `null` after the cache was lost and until the next refresh. */
  detail: EpisodeDetailRow | null;
}
