import type { z } from 'zod';
import type { ParsedFeed } from '../../core/feed/feed.ts';
import type { feedValidatorsSchema } from '../../core/ipc/feed-contract.ts';
import type {
  BookmarkRow,
  EpisodeSettingsRow,
  EpisodeState,
  HighlightRow,
  OwnTextRow,
  PlaylistEntryRow,
  PlaylistRow,
  PodcastSettingsRow,
} from './rows.ts';

/** Everything a user can change in the library. What main or a feed reports is not a user's change and is not here. */
export type Command =
  /** `feed` was fetched from `feedUrl` before; `podcastId` is newly drawn. Use `subscribe.ts`. */
  | {
      kind: 'subscribe';
      podcastId: string;
      feedUrl: string;
      feed: ParsedFeed;
      validators: z.infer<typeof feedValidatorsSchema>;
    }
  /** Forgets the show, what the user did with its episodes, and its downloaded files. Ask first. */
  | { kind: 'unsubscribe'; podcastId: string }
  /** Played episodes leave New and the queue; unplaying starts them over. */
  | { kind: 'mark-played'; episodeIds: readonly string[]; played: boolean }
  /** Takes episodes out of the library, e.g. those whose files have left their folder. Ask first. */
  | { kind: 'forget-episodes'; episodeIds: readonly string[] }
  /** Takes episodes out of New without calling them played. */
  | { kind: 'dismiss-new'; episodeIds: readonly string[] }
  /** `savedMs`: time that skipped silence has saved in it so far. */
  | { kind: 'set-progress'; episodeId: string; positionMs: number; durationMs?: number; savedMs?: number }
  /** Where the page of its text was left; `null`: at the beginning. */
  | { kind: 'set-reading-place'; episodeId: string; place: { offset: number; length: number } | null }
  /** An episode already in the queue is moved. */
  | { kind: 'enqueue'; episodeId: string; place: 'next' | 'last' }
  | { kind: 'dequeue'; episodeId: string }
  | { kind: 'clear-queue' }
  /** `toIndex` counts in the queue without the moved episode. */
  | { kind: 'move-in-queue'; episodeId: string; toIndex: number }
  /** Also the way to try a failed download again. Texts, chapters and pictures are kept with the audio. */
  | { kind: 'request-download'; episodeId: string }
  | { kind: 'cancel-download'; episodeId: string }
  | { kind: 'delete-download'; episodeId: string }
  | { kind: 'pause-download'; episodeId: string }
  /** Goes on, whatever makes the others wait. */
  | { kind: 'resume-download'; episodeId: string }
  | { kind: 'pause-all-downloads'; paused: boolean }
  /** Its turn comes before that of another; `null`: last. */
  | { kind: 'place-download'; episodeId: string; before: string | null }
  /**
   * Finds the times of a text in the sound of a download; `textHash`: its `alignmentKey`. `again`: whatever was found before. Goes on
   * after a restart.
   */
  | { kind: 'request-alignment'; episodeId: string; textHash: string; again?: boolean }
  /** Drops the times that were found for a text; it is not matched again unasked. */
  | { kind: 'forget-alignment'; episodeId: string; textHash: string }
  /** Also the way to forget why one failed. */
  | { kind: 'cancel-alignment'; episodeId: string }
  /** Replaces what is set for one show; an empty row is as in the settings for all. */
  | { kind: 'set-podcast-settings'; settings: PodcastSettingsRow }
  | { kind: 'set-episode-settings'; settings: EpisodeSettingsRow }
  /** Favourites are never deleted by a rule. */
  | { kind: 'set-favourite'; episodeIds: readonly string[]; favourite: boolean }
  /** Adds a bookmark, or replaces the one of the same id. */
  | { kind: 'keep-bookmark'; bookmark: BookmarkRow }
  | { kind: 'delete-bookmark'; bookmarkId: string }
  /** Adds a highlight, or puts one back that was deleted; its episode need not be here any more. */
  | { kind: 'keep-highlight'; highlight: HighlightRow }
  /** What is absent stays. */
  | {
      kind: 'change-highlight';
      highlightId: string;
      change: Partial<Pick<HighlightRow, 'colour' | 'note' | 'tags'>>;
    }
  /** Take it back with `keep-highlight`. */
  | { kind: 'delete-highlight'; highlightId: string }
  /** Adds a text the listener brought, or replaces the one of the same id. */
  | { kind: 'keep-own-text'; text: OwnTextRow }
  | { kind: 'delete-own-text'; textId: string }
  /** Makes a playlist or replaces it: a new name, place or rule. */
  | { kind: 'keep-playlist'; playlist: PlaylistRow }
  /** The episodes stay. Take it back with `restore-playlist`. */
  | { kind: 'delete-playlist'; playlistId: string }
  | { kind: 'restore-playlist'; playlist: PlaylistRow; entries: readonly PlaylistEntryRow[] }
  /** In the order given, before what stands at `toIndex` (default: at the end); what is there already is moved. */
  | { kind: 'add-to-playlist'; playlistId: string; episodeIds: readonly string[]; toIndex?: number }
  | { kind: 'remove-from-playlist'; playlistId: string; episodeIds: readonly string[] }
  /** Takes back what was done to episodes: played marks, positions and places in the queue. See `readStates`. */
  | { kind: 'restore-episodes'; states: readonly EpisodeState[] }
  /** Keeps a small thing between two starts, e.g. the last route; read with `recall`. */
  | { kind: 'remember'; key: string; value: string };
