import { alignmentOffer } from '../../../core/alignment/alignment-offer.ts';
import type { AlignmentOffer } from '../../../core/alignment/alignment-offer.ts';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import { applyAlignment } from '../../../core/alignment/apply-alignment.ts';
import type { KeptAlignment } from '../../../core/alignment/kept-alignments.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { alignableText } from '../../library/alignable-text.ts';
import type { SaidLanguages } from '../../library/alignable-text.ts';

/** A text with what is known of its times in the sound. */
export interface AlignedText {
  /** With the times that may be shown. */
  readonly transcript: Transcript;
  /** As it was before; the same where nothing was found. */
  readonly given: Transcript;
  /** What was found; null while nobody has looked. */
  readonly alignment: Alignment | null;
  /** What it is found by in the sound: its language (BCP 47) and its key; null where looking brings nothing. */
  readonly sound: { readonly language: string; readonly textHash: string } | null;
  /** What looking would bring, and what it is asked for by; null where it brings nothing, or has been done. */
  readonly offer: { readonly kind: AlignmentOffer; readonly textHash: string } | null;
}

/** A text with the times that were kept for it. */
export function alignedText(
  given: Transcript,
  said: SaidLanguages,
  kept: readonly KeptAlignment[],
): AlignedText {
  const kind = alignmentOffer(given);
  if (kind === null) return { transcript: given, given, alignment: null, sound: null, offer: null };
  const { language, textHash } = alignableText(given, said);
  const sound = { language, textHash };
  const alignment = kept.find((one) => one.textHash === textHash)?.alignment ?? null;
  if (alignment === null) return { transcript: given, given, alignment, sound, offer: { kind, textHash } };
  return { transcript: applyAlignment(given, alignment), given, alignment, sound, offer: null };
}
