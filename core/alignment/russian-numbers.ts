import type { OrdinalEnding } from './russian-ordinal.ts';
import { russianOrdinal } from './russian-ordinal.ts';

/** What a number is said as, and where it stands: UTF-16 offsets, `end` exclusive. */
export interface SaidNumber {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

const gap = String.raw`[\s\u00a0]+`;
const noLetter = String.raw`(?![\p{L}\p{N}])`;
/** A preposition before the number: some ask for a case of their own. */
const before = String.raw`(?<![\p{L}\p{N}.,:/-])(?:(?<before>[ВвКкНнПп][оа]?)${gap})?`;
/** «1941–1945»: both are said in one case. */
const range = (one: string, other: string): string =>
  String.raw`(?<numbers>${one}(?:[\s\u00a0]?[-–—][\s\u00a0]?${other})?)`;
const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

// Of years only those of four digits: «3 года» are three of them.
const years = range(String.raw`\d{4}`, String.raw`\d{2,4}`);
const ofYear = String.raw`(?:${gap}год(?<noun>а|у|ом|е|ы|ов|ах|ам|ами|)${noLetter}|[\s\u00a0]?гг?\.)`;
const ofCentury = String.raw`${gap}(?:век(?<noun>а|у|ом|е|и|ов|ах|ам|ами|)${noLetter}|вв?\.)`;
const year = new RegExp(before + years + ofYear, 'dgu');
const century = new RegExp(before + range('[IVX]+', '[IVX]+') + ofCentury, 'dgu');
const date = new RegExp(
  before + range(String.raw`\d{1,2}`, String.raw`\d{1,2}`) + String.raw`${gap}(?:${months})${noLetter}`,
  'dgu',
);
const suffixed = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/-])(?<numbers>\d{1,4})-(?<suffix>й|го|му|м|я|ю|е|х|ми)${noLetter}`,
  'dgu',
);

/** The case of «год» and «век» tells that of the number. */
const endingsOfNouns: Readonly<Record<string, OrdinalEnding>> = {
  '': 'ый',
  а: 'ого',
  у: 'ом',
  ом: 'ым',
  е: 'ом',
  ы: 'ый',
  и: 'ый',
  ов: 'ого',
  ах: 'ом',
  ам: 'ому',
  ами: 'ым',
};
const endingsOfSuffixes: Readonly<Record<string, OrdinalEnding>> = {
  й: 'ый',
  го: 'ого',
  му: 'ому',
  м: 'ом',
  я: 'ая',
  ю: 'ую',
  е: 'ое',
  х: 'ых',
  ми: 'ыми',
};

/**
 * Numbers that Russian says as places in a row, in the case the words around them ask for: years, days of a month, centuries, and
 * those written with their ending («90-х»). A voice that knows no grammar says 1923 where people say «тысяча девятьсот двадцать
 * третьем». In order; no two overlap.
 */
export function russianNumbers(text: string): SaidNumber[] {
  return [
    ...ordinals(text, year, endingOfNoun),
    ...ordinals(text, century, endingOfNoun),
    ...ordinals(text, date, endingOfDay),
    ...ordinals(text, suffixed, endingOfSuffix),
  ].sort((one, other) => one.start - other.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function endingOfNoun({ before: preposition, noun }: Groups): OrdinalEnding {
  // Written short, «г.» leaves the case to the preposition.
  if (noun === undefined) return isOneOf('в', preposition) ? 'ом' : 'ого';
  if (noun === 'у' && (isOneOf('к', preposition) || isOneOf('по', preposition))) return 'ому';
  return endingsOfNouns[noun]!;
}

function endingOfDay({ before: preposition }: Groups): OrdinalEnding {
  if (isOneOf('к', preposition)) return 'ому';
  return isOneOf('на', preposition) || isOneOf('по', preposition) ? 'ое' : 'ого';
}

function endingOfSuffix({ numbers = '', suffix = '' }: Groups): OrdinalEnding {
  const isDecade = suffix === 'е' && numbers.endsWith('0');
  return isDecade ? 'ые' : endingsOfSuffixes[suffix]!;
}

function isOneOf(word: 'в' | 'к' | 'на' | 'по', preposition = ''): boolean {
  const lower = preposition.toLowerCase();
  return lower === word || lower === `${word}о`;
}

function* ordinals(
  text: string,
  pattern: RegExp,
  endingOf: (groups: Groups) => OrdinalEnding,
): Generator<SaidNumber> {
  for (const match of text.matchAll(pattern)) {
    const groups: Groups = match.groups!;
    const [from] = match.indices!.groups!.numbers!;
    const written = [...groups.numbers!.matchAll(/\d+|[IVX]+/g)];
    const isSuffixed = groups.suffix !== undefined;
    for (const { 0: number, index } of written) {
      const said = russianOrdinal(valueOf(number), endingOf(groups));
      const end = index + number.length + (isSuffixed ? 1 + groups.suffix!.length : 0);
      if (said !== null) yield { start: from + index, end: from + end, said };
    }
  }
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Of digits or of a Roman number. */
function valueOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const digits = Array.from(number, (digit) => romanDigits[digit]!);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
