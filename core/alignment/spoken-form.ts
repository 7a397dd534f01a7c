import type { TextRange } from '../transcript/split-words.ts';
import { countForm } from './count-form.ts';
import { russianNumbers } from './russian-numbers.ts';
import type { ShortForm } from './russian-short-forms.ts';
import { russianShortForms } from './russian-short-forms.ts';

/** A text as it is to be said, and where each displayed word lies in it. */
export interface SpokenForm {
  readonly text: string;
  readonly words: readonly TextRange[];
}

const gap = String.raw`[\s\u00a0]?`;
/** What is written short and said in full, where a voice would spell it or take its dot for the end of a sentence. */
const forms: Readonly<Record<string, readonly ShortForm[]>> = {
  ru: russianShortForms,
  en: [
    [String.raw`e\.${gap}g\.`, 'for example'],
    [String.raw`i\.${gap}e\.`, 'that is'],
    [String.raw`vs\.`, 'versus'],
    [String.raw`approx\.`, 'approximately'],
    [String.raw`(?:No|no)\.(?=${gap}\d)`, 'number'],
    [String.raw`Prof\.`, 'Professor'],
    [String.raw`Gov\.`, 'Governor'],
    [String.raw`Sen\.`, 'Senator'],
  ],
};

/**
 * A text as it is said in a language (BCP 47): abbreviations in full ("т. е." is said «то есть»), Russian numbers in the case
 * they are said in. Other numbers are left to the voice, which knows them.
 */
export function spokenForm(text: string, words: readonly TextRange[], language: string): SpokenForm {
  const own = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const numbers = own === 'ru' ? russianNumbers(text) : [];
  // «г.» of a year has its case from the number: there it is no gram.
  const taken = new Set(numbers.map(({ start }) => start));
  const changes = [...numbers, ...writtenShort(text, own).filter(({ start }) => !taken.has(start))];
  if (changes.length === 0) return { text, words };
  let [spoken, done] = ['', 0];
  const parts = new Map<number, SaidPart>();
  const moves: { end: number; by: number }[] = [];
  for (const change of changes.sort((one, other) => one.start - other.start)) {
    const { start, end, said } = change;
    spoken += text.slice(done, start);
    shareOut(parts, words, { ...change, at: spoken.length });
    // «ст.228» is said as two words.
    spoken += isLetterOrDigit.test(text.charAt(end)) ? `${said} ` : said;
    done = end;
    moves.push({ end, by: spoken.length - end });
  }
  const moved = (offset: number): number => offset + (moves.findLast(({ end }) => end <= offset)?.by ?? 0);
  const placed = words.map(({ start, end }, index) => {
    const part = parts.get(index);
    if (part === undefined) return { start: moved(start), end: moved(end) };
    return { start: part.start, end: end > part.writtenEnd ? moved(end) : part.end };
  });
  return { text: spoken + text.slice(done), words: placed };
}

const isLetterOrDigit = /[\p{L}\p{N}]/u;

type Change = TextRange & { readonly said: string };
/** Where a word that was written short is said, and where what was written short ends: the word may go on behind it. */
type SaidPart = TextRange & { readonly writtenEnd: number };

function writtenShort(text: string, language: string): Change[] {
  const rules = forms[language];
  if (rules === undefined) return [];
  const written = rules.map(([pattern]) => `(${pattern})`).join('|');
  // Behind a dot or a «№» the space may have been forgotten.
  const short = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${written})(?:(?<=[.№])|(?![\p{L}\p{N}]))`, 'gu');
  return Array.from(text.matchAll(short), (match) => {
    const rule = match.slice(1).findIndex(Boolean);
    const said = rules[rule]![1];
    const start = match.index;
    return {
      start,
      end: start + match[0].length,
      said: typeof said === 'string' ? said : countForm(text.slice(Math.max(0, start - 40), start), said),
    };
  });
}

/** The words written short take the words said in turn; the last takes what is left. */
function shareOut(
  parts: Map<number, SaidPart>,
  words: readonly TextRange[],
  { start, end, said, at }: Change & { at: number },
): void {
  const inside = words.flatMap((word, index) => (word.start >= start && word.start < end ? [index] : []));
  let from = at;
  inside.forEach((index, turn) => {
    const space = said.indexOf(' ', from - at);
    const until = turn === inside.length - 1 || space < 0 ? at + said.length : at + space;
    parts.set(index, { start: from, end: until, writtenEnd: end });
    from = Math.min(until + 1, at + said.length);
  });
}
