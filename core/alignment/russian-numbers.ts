import type { OrdinalEnding } from './russian-ordinal.ts';
import { russianOrdinal } from './russian-ordinal.ts';

/** What a number, or the «г.» behind it, is said as, and where it stands: UTF-16 offsets, `end` exclusive. */
export interface SaidNumber {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

const gap = String.raw`[\s\u00a0]+`;
const noLetter = String.raw`(?![\p{L}\p{N}])`;
/** A preposition before the number: some ask for a case of their own. */
const before = String.raw`(?<![\p{L}\p{N}.,:/-])(?:(?<before>[ВвКкНнПп][оа]?|[Зз]а|[Пп]еред|[Мм]ежду)${gap})?`;
/** «1941–1945», «2023/24»: both are said in one case. */
const range = (one: string, other: string): string =>
  String.raw`(?<numbers>${one}(?:[\s\u00a0]?[-–—/][\s\u00a0]?${other})?)`;
const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

// Of years only those of four digits: «3 года» are three of them.
const years = range(String.raw`\d{4}`, String.raw`\d{2,4}`);
const ofYear = String.raw`(?:${gap}год(?<noun>а|у|ом|е|ы|ов|ах|ам|ами|)${noLetter}|[\s\u00a0]?(?<short>гг?\.))`;
const ofCentury = String.raw`${gap}(?:век(?<noun>а|у|ом|е|и|ов|ах|ам|ами|)${noLetter}|(?<short>вв?\.))`;
const year = new RegExp(before + years + ofYear, 'dgu');
/** Of fewer digits only where nothing else can be meant: «12 г.» are grams. */
const early = String.raw`[\s\u00a0]?(?<short>гг?\.)(?=[\s\u00a0]?(?:до[\s\u00a0])?н\.[\s\u00a0]?э\.)`;
const earlyYear = new RegExp(before + range(String.raw`\d{1,3}`, String.raw`\d{1,3}`) + early, 'dgu');
const yearOfThree = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<before>[Вв])${gap}(?<numbers>\d{2}[1-9])[\s\u00a0]?(?<short>г\.)`,
  'dgu',
);
/** «с 1995 по 1997 г.»: the first has no noun, and its case from «с». */
const fromYear = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[Сс]${gap}(?<numbers>\d{4})(?=${gap}по${gap}\d{4}[\s\u00a0]?(?:год|гг?\.))`,
  'dgu',
);
/** Typed with Cyrillic letters too. */
const roman = '[IVXХІ]+';
const century = new RegExp(before + range(roman, roman) + ofCentury, 'dgu');
const date = new RegExp(
  before + range(String.raw`\d{1,2}`, String.raw`\d{1,2}`) + String.raw`${gap}(?:${months})${noLetter}`,
  'dgu',
);
const suffixed = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/-])(?<numbers>\d{1,4})-(?<suffix>й|го|му|м|я|ю|е|х|ми)${noLetter}` +
    // «на 20-й минуте», «в 1-й городской больнице» · «к 2000-м годам»
    String.raw`(?:(?=${gap}(?:\p{L}+[ое]й${gap})?(?!(?:после|если)${noLetter})\p{L}{3,}(?<oblique>[еиы]|ью)${noLetter})|)` +
    String.raw`(?:(?=${gap}(?:гг\.|(?:\p{L}+[ыи]м${gap})?\p{L}{2,}(?:[ая]м)${noLetter})(?<several>))|)`,
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
const endingsOfPrepositions: Readonly<Record<string, OrdinalEnding>> = {
  в: 'ом',
  к: 'ому',
  на: 'ый',
  по: 'ый',
  за: 'ый',
  перед: 'ым',
  между: 'ым',
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

/** What «г.» and «в.» are said as in the case of their number, one and several. */
const nounsOfEndings: Partial<Record<OrdinalEnding, Readonly<Record<string, string>>>> = {
  ый: { 'г.': 'год', 'гг.': 'годы', 'в.': 'век', 'вв.': 'века' },
  ого: { 'г.': 'года', 'гг.': 'годов', 'в.': 'века', 'вв.': 'веков' },
  ому: { 'г.': 'году', 'гг.': 'годам', 'в.': 'веку', 'вв.': 'векам' },
  ым: { 'г.': 'годом', 'гг.': 'годами', 'в.': 'веком', 'вв.': 'веками' },
  ом: { 'г.': 'году', 'гг.': 'годах', 'в.': 'веке', 'вв.': 'веках' },
};

/**
 * Numbers that Russian says as places in a row, in the case the words around them ask for: years, days of a month, centuries, and
 * those written with their ending («90-х»). A voice that knows no grammar says 1923 where people say «тысяча девятьсот двадцать
 * третьем». «г.» and «в.» written behind them are said in the same case. In order; no two overlap.
 */
export function russianNumbers(text: string): SaidNumber[] {
  const found = [
    ...ordinals(text, year, endingOfNoun),
    ...ordinals(text, earlyYear, endingOfNoun),
    ...ordinals(text, yearOfThree, endingOfNoun),
    ...ordinals(text, fromYear, () => 'ого'),
    ...ordinals(text, century, endingOfNoun),
    ...ordinals(text, date, endingOfDay),
    ...ordinals(text, suffixed, endingOfSuffix),
  ].sort((one, other) => one.start - other.start);
  return found.filter(({ start }, at) => start >= (found[at - 1]?.end ?? 0));
}

type Groups = Readonly<Record<string, string | undefined>>;

function endingOfNoun({ before: preposition = '', noun }: Groups): OrdinalEnding {
  const word = preposition.toLowerCase().replace(/^(в|к)о$/, '$1');
  // Written short, «г.» leaves the case to the preposition.
  if (noun === undefined) return endingsOfPrepositions[word] ?? 'ого';
  if (noun === 'у' && (word === 'к' || word === 'по')) return 'ому';
  return endingsOfNouns[noun]!;
}

function endingOfDay({ before: preposition = '' }: Groups): OrdinalEnding {
  const word = preposition.toLowerCase();
  if (word === 'к' || word === 'ко') return 'ому';
  return word === 'на' || word === 'по' ? 'ое' : 'ого';
}

function endingOfSuffix({ numbers = '', suffix = '', oblique, several }: Groups): OrdinalEnding {
  if (suffix === 'е' && numbers.endsWith('0')) return 'ые';
  if (suffix === 'й' && oblique !== undefined) return 'ой';
  if (suffix === 'м' && several !== undefined) return 'ым';
  return endingsOfSuffixes[suffix]!;
}

function* ordinals(
  text: string,
  pattern: RegExp,
  endingOf: (groups: Groups) => OrdinalEnding,
): Generator<SaidNumber> {
  for (const match of text.matchAll(pattern)) {
    const groups: Groups = match.groups!;
    const places = match.indices!.groups!;
    const [from] = places.numbers!;
    const ending = endingOf(groups);
    const written = [...groups.numbers!.matchAll(/\d+|[IVXХІ]+/g)];
    const isSuffixed = groups.suffix !== undefined;
    for (const { 0: number, index } of written) {
      const said = russianOrdinal(valueOf(number), ending);
      const end = index + number.length + (isSuffixed ? 1 + groups.suffix!.length : 0);
      if (said !== null) yield { start: from + index, end: from + end, said };
    }
    const [start, end] = places.short ?? [];
    const said = nounsOfEndings[ending]?.[groups.short ?? ''];
    if (start !== undefined && end !== undefined && said !== undefined) yield { start, end, said };
  }
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, І: 1, V: 5, X: 10, Х: 10 };

/** Of digits or of a Roman number. */
function valueOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const digits = Array.from(number, (digit) => romanDigits[digit]!);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
