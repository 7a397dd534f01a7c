/** A stretch of text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Bounded, because the engine keeps a step back for every letter: a "word" of megabytes would exhaust its stack. */
const letterOrDigit = String.raw`[\p{L}\p{M}\p{N}]`;
const spacedWord = new RegExp(
  String.raw`${letterOrDigit}{1,200}(?:[-’'‑.,:@&_+/]${letterOrDigit}{1,200}){0,50}[%°]?`,
  'gu',
);
/** Scripts written without spaces between words: only there is a dictionary needed. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let dictionary: Intl.Segmenter | undefined;

/**
 * Words of `text` in order, without the punctuation around them: "don't", "3.14", "кто-то" and "e.g" are one word each.
 * Chinese, Japanese, Thai, Lao, Khmer and Burmese are cut by the runtime's dictionary.
 */
export function splitWords(text: string): TextRange[] {
  const words: TextRange[] = [];
  const mayBeUnspaced = unspaced.test(text);
  spacedWord.lastIndex = 0;
  // `exec` rather than `matchAll`: a day of speech has a quarter of a million words.
  for (let match = spacedWord.exec(text); match; match = spacedWord.exec(text)) {
    const { 0: word, index: start } = match;
    if (mayBeUnspaced && unspaced.test(word)) words.push(...segmented(word, start));
    else words.push({ start, end: start + word.length });
  }
  return words;
}

function segmented(text: string, offset: number): TextRange[] {
  dictionary ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const words: TextRange[] = [];
  for (const { segment, index, isWordLike } of dictionary.segment(text)) {
    if (isWordLike) words.push({ start: offset + index, end: offset + index + segment.length });
  }
  return words;
}
