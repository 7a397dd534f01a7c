import type { Transcript } from './transcript.ts';

const tag = /<[^<>]*>/g;
const entity = /&(?:#\w{1,8}|\w{2,10});/g;
/** A picture or a link is worth showing although the words are known. */
const moreThanWords = /<(?:img|a)\b/i;

/** Whether HTML has nothing that a reader of the transcript does not see there: the same words, no links, no pictures. */
export function saysTheSame(html: string, { paragraphs }: Pick<Transcript, 'paragraphs'>): boolean {
  if (moreThanWords.test(html)) return false;
  const words = lettersOf(html.replace(tag, ' ').replace(entity, ' '));
  return words === lettersOf(paragraphs.map(({ text }) => text).join(' '));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
