import type { AboutEpisode } from '../../core/export/exported-text.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/**
 * What a reader is opened with. Another text, or other chapters, need another reader (`key`): places in it belong to this one. The same
 * text may get other times.
 */
export interface ReaderOptions {
  readonly episodeId: string;
  /** What copies and files of the text say it comes from. */
  readonly about: AboutEpisode;
  readonly transcript: Transcript;
  /** Another text of the episode to stand beside it. */
  readonly beside?: Transcript | null;
  readonly chapters: readonly Chapter[];
  /** The element that scrolls the page the text stands in. */
  readonly scroller: HTMLElement;
  /** Where the listener left the episode, ms: the text opens there. */
  readonly listenedMs: number;
  /** When that was, ms since the epoch; null: never. */
  readonly listenedAt: number | null;
}
