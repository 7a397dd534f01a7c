import type { TextPoint } from '../transcript/text-point.ts';
import type { Transcript } from '../transcript/transcript.ts';

/** Names of the colours in the order they are offered; how each looks is for the theme to say. */
export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type HighlightColour = (typeof highlightColours)[number];

/** Longest quote and note, UTF-16 units. */
export const longestQuote = 20_000;
export const longestNote = 10_000;

/**
 * What finds a place again in a text that has changed: its words, those around them (the TextQuoteSelector of the W3C's Web
 * Annotation model), and when they are said.
 */
export interface HighlightAnchor {
  /** The marked words as they stood; an empty line between paragraphs. */
  readonly quote: string;
  /** What stood before and behind, whole words. */
  readonly prefix: string;
  readonly suffix: string;
  /** Ms of the audio; absent where the text had no times. */
  readonly startMs?: number;
  readonly endMs?: number;
  /** How much of the text stood before it, 0 to 1. */
  readonly share: number;
}

/** Where a highlight stands in a text. */
export interface HighlightPlace {
  readonly from: TextPoint;
  readonly to: TextPoint;
  /** `words`: its words stand there; `similar`: nearly; `time`: other words for what is said then, in another language or of another hand. */
  readonly by: 'words' | 'similar' | 'time';
}

/** Where the words come from, as it was when they were marked: readable after episode and show are gone. */
export interface HighlightOrigin {
  readonly show: string;
  readonly episode: string;
  readonly feedUrl: string;
  /** `comparableAddress(feedUrl)`: the show is told by it, also after it was unsubscribed and subscribed again. */
  readonly feedKey: string;
  readonly author?: string;
  readonly publishedAt?: number;
  /** The episode's page, and its audio. */
  readonly link?: string;
  readonly enclosureUrl?: string;
  /** Which of the episode's texts. */
  readonly text: Pick<Transcript['source'], 'kind' | 'url'> & { readonly language: string };
}

/** A marked place of an episode's text. Times without `Ms` are ms since the epoch. */
export interface TextHighlight extends HighlightAnchor {
  readonly id: string;
  readonly episodeId: string;
  readonly colour: HighlightColour;
  readonly note: string;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly origin: HighlightOrigin;
}

/** In the order of an episode: by time, those without times behind, by their place in the text. */
export function compareInEpisode(
  a: Pick<TextHighlight, 'startMs' | 'share'>,
  b: Pick<TextHighlight, 'startMs' | 'share'>,
): number {
  const [aMs, bMs] = [a.startMs ?? Number.MAX_VALUE, b.startMs ?? Number.MAX_VALUE];
  return aMs - bMs || a.share - b.share;
}
