import { hashText } from '../feed/hash-text.ts';
import type { Transcript } from '../transcript/transcript.ts';

/**
 * What the alignment of a text is kept under: another key for other words, other sentences, other times of the publisher, and another
 * language to speak it in.
 */
export function alignmentKey({ paragraphs }: Pick<Transcript, 'paragraphs'>, language: string): string {
  const parts = [language];
  for (const { text, sentences } of paragraphs) {
    parts.push(text);
    for (const { start, end, startMs, words } of sentences)
      parts.push(`${start} ${end} ${words.length} ${startMs ?? ''}`);
  }
  return hashText(parts.join('\n'));
}
