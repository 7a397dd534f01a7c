import type { Transcript } from '../../core/transcript/transcript.ts';

type Text = Pick<Transcript, 'paragraphs'>;

/** The paragraph of `after` that begins with what a paragraph of `before` began with: the same sentences, cut into other paragraphs. */
export function sameParagraph(before: Text, paragraph: number, after: Text): number {
  const sentence = sentencesIn(before.paragraphs.slice(0, paragraph));
  let passed = 0;
  const found = after.paragraphs.findIndex(({ sentences }) => (passed += sentences.length) > sentence);
  return found < 0 ? Math.max(0, after.paragraphs.length - 1) : found;
}

function sentencesIn(paragraphs: Text['paragraphs']): number {
  return paragraphs.reduce((count, { sentences }) => count + sentences.length, 0);
}
