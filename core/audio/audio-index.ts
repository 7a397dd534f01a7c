import { z } from 'zod';
import { chapterSchema } from '../feed/feed.ts';
import type { FrameTable } from './frame-table.ts';

export const aboutAudioSchema = z.object({
  kind: z.enum(['mp3', 'mp4', 'adts', 'ogg', 'flac', 'wav', 'webm', 'html', 'text', 'empty', 'unknown']),
  /** Where known without decoding. */
  durationMs: z.number().int().nonnegative().optional(),
  /** Chapters found in the file itself. */
  chapters: z.array(chapterSchema),
  /** Moving pictures come with the sound. */
  hasPicture: z.literal(true).optional(),
  /** Ms of an encoder's delay that the file notes and Chromium heeds only until the first jump. */
  delayMs: z.number().positive().optional(),
  /** Why an MP3 or ADTS file has no frame table; absent when it has one. */
  notIndexed: z.enum(['free-format', 'no-frames']).optional(),
});

/** Tells whether a file is still the one that was indexed: bytes, and ms since the epoch. */
export const sourceStampSchema = z.object({
  size: z.number().int().nonnegative(),
  modifiedAt: z.number(),
});

export type SourceStamp = z.infer<typeof sourceStampSchema>;
export function isSameSource(one: SourceStamp, other: SourceStamp): boolean {
  return one.size === other.size && one.modifiedAt === other.modifiedAt;
}

export type AboutAudio = z.infer<typeof aboutAudioSchema>;

/** What indexing learned of one audio file; kept beside it, so that it is learned once. */
export interface AudioIndex {
  readonly source: SourceStamp;
  readonly about: AboutAudio;
  /** Present for an MP3 or ADTS file whose frames were found. */
  readonly frames?: FrameTable;
}

/**
 * Whether a seek to a time plays that time: by our table, or by one the container itself carries. Measured by sound for
 * M4A, FLAC, Ogg Vorbis and Opus. Of an MP3 or ADTS file without our table Chromium guesses, so its times are not trusted.
 */
export function seeksExactly({ kind, notIndexed }: AboutAudio): boolean {
  switch (kind) {
    case 'mp3':
    case 'adts':
      return notIndexed === undefined;
    case 'mp4':
    case 'ogg':
    case 'flac':
    case 'wav':
      return true;
    default:
      return false;
  }
}
