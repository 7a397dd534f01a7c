import { alignmentKey } from '../../core/alignment/alignment-key.ts';
import { chooseAlignmentLanguage } from '../../core/alignment/choose-alignment-language.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/** A text as it is matched with the sound. */
export interface AlignableText {
  readonly transcript: Transcript;
  /** BCP 47: what it is spoken in to find it. */
  readonly language: string;
  /** What its times are kept under. */
  readonly textHash: string;
}

/** `showLanguage`: what the show says its language is, where it says so. */
export function alignableText(transcript: Transcript, showLanguage = ''): AlignableText {
  const language = chooseAlignmentLanguage({
    text: transcript.paragraphs.map(({ text }) => text).join('\n'),
    ofText: transcript.language,
    ofShow: showLanguage,
  });
  return { transcript, language, textHash: alignmentKey(transcript, language) };
}
