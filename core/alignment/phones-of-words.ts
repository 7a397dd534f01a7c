import type { TextRange } from '../transcript/split-words.ts';

/** What a synthetic voice says about its speech as it goes: that a word of the text begins, or a phone (no name: a pause). */
export type SpeechMark =
  | { readonly kind: 'word'; readonly atMs: number; readonly offset: number }
  | { readonly kind: 'phone'; readonly atMs: number; readonly name: string };

export interface PhoneOfWord {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly word: number;
}

/**
 * Which phones belong to which word. A voice may say one word as several ("1923"), and several as one ("of the"): the phones of
 * the latter are shared out by letters. @param words Where the words lie in the text that was spoken, ascending.
 */
export function phonesOfWords(
  marks: readonly SpeechMark[],
  words: readonly TextRange[],
  durationMs: number,
): PhoneOfWord[] {
  const phones: PhoneOfWord[] = [];
  let word = 0;
  let open: { name: string; startMs: number; word: number } | null = null;
  const close = (atMs: number): void => {
    if (open && atMs > open.startMs) phones.push({ ...open, endMs: atMs });
    open = null;
  };
  for (const mark of marks) {
    if (mark.kind === 'word') {
      while (word + 1 < words.length && words[word + 1]!.start <= mark.offset + 1) word += 1;
    } else {
      close(mark.atMs);
      if (mark.name !== '') open = { name: mark.name, startMs: mark.atMs, word };
    }
  }
  close(durationMs);
  return shareOut(phones, words);
}

/** Gives phones to words that were said together with the word before them. */
function shareOut(phones: readonly PhoneOfWord[], words: readonly TextRange[]): PhoneOfWord[] {
  const shared: PhoneOfWord[] = [];
  for (let from = 0; from < phones.length;) {
    const { word, startMs } = phones[from]!;
    let to = from;
    while (to < phones.length && phones[to]!.word === word) to += 1;
    const own = phones.slice(from, to);
    const first = from === 0 ? 0 : word;
    const together = words.slice(first, phones[to]?.word ?? words.length);
    const letters = { start: together[0]?.start ?? 0, end: together.at(-1)?.end ?? 1 };
    const msOfLetter = (own.at(-1)!.endMs - startMs) / (letters.end - letters.start);
    for (const phone of own) {
      const letter = letters.start + (phone.startMs - startMs) / msOfLetter;
      const index = together.findLastIndex(({ start }) => start <= letter + 1e-6);
      shared.push({ ...phone, word: first + Math.max(0, index) });
    }
    from = to;
  }
  return shared;
}
