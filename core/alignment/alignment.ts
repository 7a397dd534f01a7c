import { z } from 'zod';
import { alignmentVersion } from './alignment-version.ts';

const time = z.number().int().nonnegative();

/** A sentence that was found in the sound. */
export const alignedSentenceSchema = z.object({
  startMs: time,
  endMs: time,
  /**
   * How much better the sentence explains its stretch of sound than anything else would, from 1 on (`confidence-of.ts`).
   * `apply-alignment` decides what may be shown of it.
   */
  confidence: z.number(),
  /** Start and end of each word of the sentence, in order, one after the other: as many pairs as the sentence has words. */
  wordsMs: z.array(time),
});

/** The times of one text in one recording. */
export const alignmentSchema = z.object({
  version: z.literal(alignmentVersion),
  /**
   * `voice`: found by comparing sound with speech. `proportional`: nobody can speak the language here, so words are spread over
   * the stretches of speech, and nothing finer than a paragraph is to be trusted.
   */
  method: z.enum(['voice', 'proportional']),
  /** The language (BCP 47) the text was spoken in to find it. */
  language: z.string(),
  /** One entry for each sentence of the transcript in reading order; null where it was not found in the sound. */
  sentences: z.array(alignedSentenceSchema.nullable()),
  /** How long the sound is, and how long the found sentences last together, ms. */
  durationMs: time,
  coveredMs: time,
  /** Where the publisher's own times were off: from `fromMs` of those times on, `shiftMs` is to be added. Ascending. */
  shifts: z.array(z.object({ fromMs: time, shiftMs: z.number().int() })),
});

export type AlignedSentence = z.infer<typeof alignedSentenceSchema>;
export type Alignment = z.infer<typeof alignmentSchema>;
