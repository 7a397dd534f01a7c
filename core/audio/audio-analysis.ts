import { z } from 'zod';
import { isSameSource, sourceStampSchema } from './audio-index.ts';
import type { SourceStamp } from './audio-index.ts';

/** Grows when the same sound would be measured differently. */
const version = 1;

/** What one pass over the decoded sound of a file tells; kept beside it, so that it is learned once. */
export const audioAnalysisSchema = z.object({
  /** Programme loudness (ITU-R BS.1770), LUFS; null of a silent file. */
  loudnessLufs: z.number().nullable(),
  /** The loudest sample, dB below full scale; null of digital silence. */
  peakDb: z.number().nullable(),
  durationMs: z.number().int().nonnegative(),
  /** Stretches to leave out when silence is skipped, ms ascending: start, end, start, end … */
  pauses: z.array(z.number().int().nonnegative()),
});

const analysisFileSchema = z.object({
  version: z.literal(version),
  source: sourceStampSchema,
  analysis: audioAnalysisSchema,
});

export type AudioAnalysis = z.infer<typeof audioAnalysisSchema>;

/** Name of the analysis of the file `fileName` in the same folder: hidden, so that the folder stays the user's own. */
export function audioAnalysisName(fileName: string): string {
  return `.${fileName}.analysis`;
}

export function writeAudioAnalysis(source: SourceStamp, analysis: AudioAnalysis): string {
  return JSON.stringify({ version, source, analysis } satisfies z.infer<typeof analysisFileSchema>);
}

/** What was kept, or null when it is damaged, of another version, or of another state of the file. */
export function readAudioAnalysis(text: string, source: SourceStamp): AudioAnalysis | null {
  try {
    const kept = analysisFileSchema.parse(JSON.parse(text));
    return isSameSource(kept.source, source) ? kept.analysis : null;
  } catch {
    return null;
  }
}
