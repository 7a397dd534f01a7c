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
  const places = words.map((word) => ({ ...word }));
  for (const { start, end, said } of changes.sort((one, other) => one.start - other.start)) {
    spoken += text.slice(done, start);
    moveWords(places, words, { start, end, said, at: spoken.length });
    spoken += said;
    done = end;
    shiftAfter(places, words, { end, by: spoken.length - end });
  }
  return { text: spoken + text.slice(done), words: places };
}

type Change = TextRange & { readonly said: string };

function writtenShort(text: string, language: string): Change[] {
  const rules = forms[language];
  if (rules === undefined) return [];
  const written = rules.map(([pattern]) => `(${pattern})`).join('|');
  const short = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${written})(?![\p{L}\p{N}])`, 'gu');
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

type Places = { start: number; end: number }[];

/** The words written short take the words said in turn; the last takes what is left. */
function moveWords(
  places: Places,
  words: readonly TextRange[],
  { start, end, said, at }: Change & { at: number },
): void {
  const inside = words.flatMap((word, index) => (word.start >= start && word.start < end ? [index] : []));
  let from = at;
  inside.forEach((index, turn) => {
    const space = said.indexOf(' ', from - at);
    const until = turn === inside.length - 1 || space < 0 ? at + said.length : at + space;
    places[index] = { start: from, end: until };
    from = Math.min(until + 1, at + said.length);
  });
}

function shiftAfter(
  places: Places,
  words: readonly TextRange[],
  { end, by }: { end: number; by: number },
): void {
  words.forEach((word, index) => {
    if (word.start >= end) places[index] = { start: word.start + by, end: word.end + by };
  });
}
