import type { TextRange } from '../transcript/split-words.ts';
import { russianNumbers } from './russian-numbers.ts';

/** A text as it is to be said, and where each displayed word lies in it. */
export interface SpokenForm {
  readonly text: string;
  readonly words: readonly TextRange[];
}

const gap = String.raw`[\s\u00a0]?`;
/** «в 1923 г.» is said otherwise than «с 1923 г.» */
const inside = String.raw`(?<![\p{L}\p{N}])[Вв][\s\u00a0]+`;
/** What is written short and said in full, where a voice would spell it or take its dot for the end of a sentence. */
const forms: Readonly<Record<string, readonly (readonly [written: string, said: string])[]>> = {
  ru: [
    [String.raw`т\.${gap}е\.`, 'то есть'],
    [String.raw`т\.${gap}к\.`, 'так как'],
    [String.raw`т\.${gap}д\.`, 'так далее'],
    [String.raw`т\.${gap}п\.`, 'тому подобное'],
    [String.raw`т\.${gap}н\.`, 'так называемый'],
    [String.raw`н\.${gap}э\.`, 'нашей эры'],
    [String.raw`(?<=${inside}\d+${gap})г\.`, 'году'],
    [String.raw`(?<=\d${gap})гг\.`, 'годов'],
    [String.raw`(?<=\d${gap})г\.`, 'года'],
    [String.raw`(?<=${inside}[IVX]+${gap})в\.`, 'веке'],
    [String.raw`(?<=[IVX]${gap})вв\.`, 'веков'],
    [String.raw`(?<=[IVX]${gap})в\.`, 'века'],
    [String.raw`им\.`, 'имени'],
    [String.raw`др\.`, 'другие'],
    [String.raw`см\.`, 'смотри'],
    [String.raw`ул\.`, 'улица'],
    [String.raw`руб\.`, 'рублей'],
    [String.raw`тыс\.`, 'тысяч'],
    [String.raw`млн\.?`, 'миллионов'],
    [String.raw`млрд\.?`, 'миллиардов'],
  ],
  en: [
    [String.raw`e\.${gap}g\.`, 'for example'],
    [String.raw`i\.${gap}e\.`, 'that is'],
    [String.raw`vs\.`, 'versus'],
    [String.raw`approx\.`, 'approximately'],
  ],
};

/**
 * A text as it is said in a language (BCP 47): abbreviations in full ("т. е." is said «то есть»), Russian numbers in the case
 * they are said in. Other numbers are left to the voice, which knows them.
 */
export function spokenForm(text: string, words: readonly TextRange[], language: string): SpokenForm {
  const own = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const changes = [...writtenShort(text, own), ...(own === 'ru' ? russianNumbers(text) : [])];
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
    return { start: match.index, end: match.index + match[0].length, said: rules[rule]![1] };
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
