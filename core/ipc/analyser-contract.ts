import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { audioAnalysisSchema } from '../audio/audio-analysis.ts';

/** What main asks the analyser process, once in its life. All three paths are absolute. */
export interface AnalyserRequest {
  readonly file: string;
  /** The frame index beside it. */
  readonly indexFile: string;
  /** Where the analysis is kept. */
  readonly analysisFile: string;
}

/** What it says. Main checks it, because whatever took the process over would speak too. */
export const analyserMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), share: z.number().min(0).max(1) }),
  z.object({
    kind: z.literal('done'),
    outcome: z.union([
      z.object({ ok: z.literal(true), value: audioAnalysisSchema }),
      z.object({ ok: z.literal(false), error: appErrorSchema }),
    ]),
  }),
]);

export type AnalyserMessage = z.infer<typeof analyserMessageSchema>;
