import type { Paragraph } from '../../core/transcript/transcript.ts';

const openingDash = /^\s*[—–]\s/u;
const wholeQuotation = /^\s*(?:«[^«]*»|“[^“”]*”|„[^„]*[“”]|"[^"]*")[.,!?…]?\s*$/u;

/**
 * Which paragraphs are somebody's quoted words inside a narrated text, to be set apart like a quotation.
 * A conversation, where every paragraph has a speaker, has no narration to set anything apart from.
 */
export function quotedParagraphs(paragraphs: readonly Paragraph[]): boolean[] {
  const isConversation = paragraphs.every((paragraph) => paragraph.speaker !== undefined);
  return paragraphs.map((paragraph) => {
    if (paragraph.speaker !== undefined) return !isConversation;
    return openingDash.test(paragraph.text) || wholeQuotation.test(paragraph.text);
  });
}
