import { z } from 'zod';

/**
 * One model for every source of words. Times are integer ms of the audio.
 * `text` of a paragraph is what is displayed; sentences and words are ranges of UTF-16 offsets into it, in order and not
 * overlapping, so that a word's text is `text.slice(word.start, word.end)`.
 */
export const wordSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  startMs: z.number().int().nonnegative().optional(),
  endMs: z.number().int().nonnegative().optional(),
  /** Interpolated inside a cue, not given by the publisher. */
  estimated: z.boolean().optional(),
  confidence: z.number().optional(),
});

export const sentenceSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  startMs: z.number().int().nonnegative().optional(),
  endMs: z.number().int().nonnegative().optional(),
  words: z.array(wordSchema),
});

export const paragraphSchema = z.object({
  text: z.string(),
  /** It stands over what follows: most are not read out. */
  heading: z.boolean().optional(),
  speaker: z.string().optional(),
  startMs: z.number().int().nonnegative().optional(),
  endMs: z.number().int().nonnegative().optional(),
  sentences: z.array(sentenceSchema),
});

export const transcriptFormats = ['vtt', 'srt', 'json', 'html', 'text'] as const;

export const transcriptSchema = z.object({
  /** BCP 47 where known; empty when unknown. */
  language: z.string(),
  source: z.object({
    kind: z.enum(['publisher', 'feed', 'page', 'file', 'recognised']),
    url: z.string().optional(),
    format: z.enum(transcriptFormats),
    rel: z.string().optional(),
  }),
  /** What the times are: per word, per cue (words estimated inside it), found by alignment, or none. */
  timing: z.enum(['word', 'cue', 'aligned', 'none']),
  paragraphs: z.array(paragraphSchema),
  warnings: z.array(
    z.object({ code: z.string(), count: z.number().int().positive(), detail: z.string().optional() }),
  ),
});

/** One timed span as a timed format gives it, before it is set into sentences and paragraphs. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly id: string;
  readonly text: string;
  readonly speaker?: string;
  /** Words with their own times (VTT time stamps inside a cue, per-word JSON); offsets into `text`. */
  readonly words?: readonly {
    readonly start: number;
    readonly end: number;
    readonly startMs: number;
    readonly endMs?: number;
  }[];
}

export type TranscriptFormat = (typeof transcriptFormats)[number];
export type Word = z.infer<typeof wordSchema>;
export type Sentence = z.infer<typeof sentenceSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;
