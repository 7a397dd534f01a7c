import type { Chapter } from '../../core/feed/feed.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/** What a reader is opened with. */
export interface ReaderOptions {
  readonly episodeId: string;
  /** Give the reader another `key` for another text: its marks and measures belong to this one. */
  readonly transcript: Transcript;
  readonly chapters: readonly Chapter[];
  /** The element that scrolls the page the text stands in. */
  readonly scroller: HTMLElement;
  /** Where the listener left the episode, ms: the text opens there. */
  readonly listenedMs: number;
}
