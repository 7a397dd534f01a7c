import type { Transcript } from '../transcript/transcript.ts';
import type { JoinedText } from './joined-text.ts';
import { joinText } from './joined-text.ts';
import type { WordIndex } from './word-index.ts';
import { indexWords } from './word-index.ts';

/** A text made ready for finding highlights in it: once, however many there are. */
export interface SearchedText {
  readonly transcript: Transcript;
  readonly joined: JoinedText;
  /** Made when the first highlight asks: in a text that has not changed none does. */
  readonly words: () => WordIndex;
}

export function searchedText(transcript: Transcript): SearchedText {
  const joined = joinText(transcript);
  let words: WordIndex | undefined;
  return { transcript, joined, words: () => (words ??= indexWords(joined.text)) };
}
