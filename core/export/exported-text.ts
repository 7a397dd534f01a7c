import type { Chapter } from '../feed/feed.ts';
import type { Transcript } from '../transcript/transcript.ts';

/** What the readers of a file are told about the episode its text comes from. */
export interface AboutEpisode {
  readonly title: string;
  readonly show: string;
  readonly author?: string | undefined;
  /** Ms since the epoch. */
  readonly publishedAt?: number | undefined;
  /** The episode's web page. */
  readonly link?: string | undefined;
}

/** A text and what it belongs to: all that a writer needs. */
export interface ExportedText {
  readonly about: AboutEpisode;
  readonly transcript: Transcript;
  readonly chapters: readonly Chapter[];
}

/** The line under the title: show, author when it is somebody else, day of publishing (UTC, ISO 8601). */
export function bylineOf({ show, author, publishedAt }: AboutEpisode): string {
  const day = publishedAt === undefined ? '' : new Date(publishedAt).toISOString().slice(0, 10);
  return [show, author === show ? '' : (author ?? ''), day].filter((part) => part !== '').join(' · ');
}
