import { z } from 'zod';
import type { SourceStamp } from '../audio/audio-index.ts';
import { isSameSource, sourceStampSchema } from '../audio/audio-index.ts';
import type { Alignment } from './alignment.ts';
import { alignmentSchema } from './alignment.ts';

/** Grows when the file is laid out in another way. */
const version = 1;

/** Of several texts of one episode as many are kept, the latest first. */
const most = 4;

/** What was found for one text, under its `alignmentKey`. */
export const keptAlignmentSchema = z.object({ textHash: z.string(), alignment: alignmentSchema });

export type KeptAlignment = z.infer<typeof keptAlignmentSchema>;

const fileSchema = z.object({
  version: z.literal(version),
  source: sourceStampSchema,
  alignments: z.array(z.unknown()),
});

/** Name of the alignments of the file `fileName` in the same folder: hidden, so that the folder stays the user's own. */
export function alignmentsName(fileName: string): string {
  return `.${fileName}.alignment`;
}

/** Name of what an alignment under way has found so far. */
export function checkpointName(fileName: string): string {
  return `.${fileName}.aligning`;
}

export function writeAlignments(source: SourceStamp, alignments: readonly KeptAlignment[]): string {
  return JSON.stringify({ version, source, alignments });
}

/** What was kept, without what is damaged or of another version; nothing when it is of another state of the file. */
export function readAlignments(text: string, source: SourceStamp): KeptAlignment[] {
  try {
    const kept = fileSchema.parse(JSON.parse(text));
    if (!isSameSource(kept.source, source)) return [];
    return kept.alignments.flatMap((one) => keptAlignmentSchema.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}

/** With one more alignment, which takes the place of an older one of the same text. */
export function withAlignment(
  kept: readonly KeptAlignment[],
  textHash: string,
  alignment: Alignment,
): KeptAlignment[] {
  return [{ textHash, alignment }, ...kept.filter((one) => one.textHash !== textHash)].slice(0, most);
}
