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

/** What is said of the language of a text. */
export interface SaidLanguages {
  /** By its show, where it says so. */
  readonly ofShow?: string | undefined;
  /** By the listener, who is believed. */
  readonly chosen?: string | undefined;
}

export function alignableText(
  transcript: Transcript,
  { ofShow = '', chosen }: SaidLanguages = {},
): AlignableText {
  const language =
    chosen ??
    chooseAlignmentLanguage({
      text: transcript.paragraphs.map(({ text }) => text).join('\n'),
      ofText: transcript.language,
      ofShow,
    });
  return { transcript, language, textHash: alignmentKey(transcript, language) };
}
