import type { Alignment } from '../../core/alignment/alignment.ts';
import { applyAlignment } from '../../core/alignment/apply-alignment.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import type { AlignableText } from './alignable-text.ts';
import { timeHighlights } from './time-highlights.ts';

interface Wish {
  /** What it can be cancelled by. */
  readonly requestId: string;
  readonly episodeId: string;
  /** Nobody waits for it. */
  readonly ahead: boolean;
}

/** Has the times of a text found in the sound of its download; highlights that have none get theirs. May take minutes. */
export async function makeAlignment(
  { transcript, language }: AlignableText,
  { requestId, episodeId, ahead }: Wish,
): Promise<Result<Alignment>> {
  const made = await request('alignment:make', { requestId, episodeId, transcript, language, ahead });
  if (made.ok) await timeHighlights(episodeId, applyAlignment(transcript, made.value));
  return made;
}
