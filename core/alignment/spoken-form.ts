import type { TextRange } from '../transcript/split-words.ts';

/** A text as it is to be said, and where each displayed word lies in it. */
export interface SpokenForm {
  readonly text: string;
  readonly words: readonly TextRange[];
}

const gap = String.raw`[\s\u00a0]?`;
/** What is written short and said in full, where a voice would spell it or take its dot for the end of a sentence. */
const forms: Readonly<Record<string, readonly (readonly [written: string, said: string])[]>> = {
  ru: [
    [String.raw`т\.${gap}е\.`, 'то есть'],
    [String.raw`т\.${gap}к\.`, 'так как'],
    [String.raw`т\.${gap}д\.`, 'так далее'],
    [String.raw`т\.${gap}п\.`, 'тому подобное'],
    [String.raw`т\.${gap}н\.`, 'так называемый'],
    [String.raw`н\.${gap}э\.`, 'нашей эры'],
    [String.raw`(?<=\d[\s\u00a0]?)гг\.`, 'годов'],
    [String.raw`(?<=\d[\s\u00a0]?)г\.`, 'года'],
    [String.raw`(?<=[IVX][\s\u00a0]?)вв\.`, 'веков'],
    [String.raw`(?<=[IVX][\s\u00a0]?)в\.`, 'века'],
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

/** Abbreviations of a language (BCP 47) in full: "т. е." is said «то есть». Numbers are left to the voice, which knows them. */
export function spokenForm(text: string, words: readonly TextRange[], language: string): SpokenForm {
  const rules = forms[language.toLowerCase().split(/[-_]/)[0] ?? ''];
  if (rules === undefined) return { text, words };
  const written = rules.map(([pattern]) => `(${pattern})`).join('|');
  const short = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${written})(?![\p{L}\p{N}])`, 'gu');
  let [spoken, done] = ['', 0];
  const places = words.map((word) => ({ ...word }));
  for (const match of text.matchAll(short)) {
    const rule = match.slice(1).findIndex(Boolean);
    const said = rules[rule]![1];
    const end = match.index + match[0].length;
    spoken += text.slice(done, match.index);
    moveWords(places, words, { start: match.index, end, said, at: spoken.length });
    spoken += said;
    done = end;
    shiftAfter(places, words, { end, by: spoken.length - end });
  }
  return { text: spoken + text.slice(done), words: places };
}

type Places = { start: number; end: number }[];

/** The words written short take the words said in turn; the last takes what is left. */
function moveWords(
  places: Places,
  words: readonly TextRange[],
  { start, end, said, at }: TextRange & { said: string; at: number },
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
