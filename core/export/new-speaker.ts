import type { Paragraph } from '../transcript/transcript.ts';

/** The name to write before a paragraph: only where another voice begins. */
export function newSpeaker(paragraphs: readonly Paragraph[], index: number): string | null {
  const { speaker } = paragraphs[index] ?? {};
  return speaker === paragraphs[index - 1]?.speaker ? null : (speaker ?? null);
}
