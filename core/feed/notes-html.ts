import { escapeText } from './write-markup.ts';

const anyTag = /<\/?[a-z!]/i;
const anyReference = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi;

/** Notes as HTML: what has tags stays as it is; plain text gets its line breaks, which HTML would fold away. */
export function notesHtml(notes: string): string {
  if (notes === '' || anyTag.test(notes)) return notes;
  if (!/[\n\r]/.test(notes)) return escapeAllBut(notes);
  const paragraphs = notes.trim().split(/(?:\r?\n[^\S\n]*){2,}/);
  return paragraphs
    .map((paragraph) => `<p>${escapeAllBut(paragraph).replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}

/** References are meant as such even in plain text: feeds escape twice more often than they speak of `&amp;`. */
function escapeAllBut(text: string): string {
  if (!/[<>&]/.test(text)) return text;
  let escaped = '';
  let copied = 0;
  for (const match of text.matchAll(anyReference)) {
    escaped += escapeText(text.slice(copied, match.index)) + match[0];
    copied = match.index + match[0].length;
  }
  return escaped + escapeText(text.slice(copied));
}
