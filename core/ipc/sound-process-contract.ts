import { z } from 'zod';
import { alignmentSchema } from '../alignment/alignment.ts';
import type { Alignment } from '../alignment/alignment.ts';
import { appErrorSchema } from '../app-error-schema.ts';
import { audioAnalysisSchema } from '../audio/audio-analysis.ts';
import type { AudioAnalysis } from '../audio/audio-analysis.ts';
import type { Result } from '../result.ts';
import type { Transcript } from '../transcript/transcript.ts';

/** What main asks the analyser process, once in its life. All three paths are absolute. */
export interface AnalyserRequest {
  readonly file: string;
  /** The frame index beside it. */
  readonly indexFile: string;
  /** Where the analysis is kept. */
  readonly analysisFile: string;
}

/** What main asks the aligner process, once in its life. The paths are absolute. */
export interface AlignerRequest {
  readonly file: string;
  /** The frame index beside it. */
  readonly indexFile: string;
  /** Where unfinished work is kept, for the case that it is ended and asked for again. */
  readonly checkpointFile: string;
  readonly transcript: Transcript;
  /** BCP 47: what the text is spoken in. */
  readonly language: string;
  /** Nobody waits for it. */
  readonly ahead: boolean;
}

/** What either process says: how far it is, any number of times, and once what came of it. */
export type SoundMessage<Value> =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: Result<Value> };

function soundMessageSchema<Value>(value: z.ZodType<Value>) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('progress'), share: z.number().min(0).max(1) }),
    z.object({
      kind: z.literal('done'),
      outcome: z.union([
        z.object({ ok: z.literal(true), value }),
        z.object({ ok: z.literal(false), error: appErrorSchema }),
      ]),
    }),
  ]);
}

export const analyserMessageSchema: z.ZodType<SoundMessage<AudioAnalysis>> =
  soundMessageSchema(audioAnalysisSchema);
export const alignerMessageSchema: z.ZodType<SoundMessage<Alignment>> = soundMessageSchema(alignmentSchema);
