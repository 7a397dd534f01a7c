import {
  afterAdjective,
  afterNumber,
  beforeName,
  beforeNumber,
  lettered,
  listEnds,
  maybeFinal,
  neverFinal,
  sentenceOpeners,
  timesOfDay,
  zonesAndDays,
} from './abbreviations.ts';
import { tokenBefore, tokenBeforeThat, type NextWord, type TokenBefore } from './sentence-words.ts';

const acronym = /^(?:\p{L}\.)+\p{L}$/u;
const initial = /^(?:\p{Lu}\p{M}?|Дж|Ю\p{Ll}|Ph|Th|Ch)$/u;
const listNumber = /^\d{1,3}(?:\.\d{1,3})*$/;
/** Also Roman, and Roman typed with Cyrillic letters. */
const number = /^(?:[\d.,:–-]*\d\p{L}{0,2}|\d+-\p{L}{1,2}|[IVXLCХІ]+)$/u;
const adjective = /\p{Ll}(?:ая|ой|ую|ий|ый|ом|ого|ему|ому)$/u;
const surname =
  /^\p{Lu}\p{Ll}+(?:[оеё]ва?|[иы]на?|[оеё]в[уаы]|[ие]н[уы]|ский|ская|ского|ской|енко|швили|дзе|чук|ян)$/u;
/** Within a sentence: its first word has a capital whatever it is. */
const nameBefore = /\S\s(\p{Lu}\p{Ll}+)\s(?:\p{Lu}\.\s?)?$/u;
/** «А.С» of «Петров А.С.» */
const initials = /^\p{Lu}\.\p{Lu}$/u;
/** Of people and not of things only where they have a capital: «Вл. Соловьёв», but «твой ник. Потом». */
const firstName = /^(?:Вл|Вс|Ал|Ник|Мих|Евг|Конст|Алекс|Григ|Серг|Дм|Вас|Фёд|Фед)$/u;
const roman = /^[IVX]$/;
/** "5 ч. 30 мин.", "5 р. 50 к.", "5 дек. 2025". */
const measures = new Set(
  'ч мин м р с янв февр фев апр авг сент окт нояб дек jan feb apr aug sept oct nov dec'.split(' '),
);

/** At most so long is a phrase that only says when ("Летом 1812 г. Наполеон …"). */
const longestOpening = 45;
const opensWithTime =
  /^(?:[—–-]\s*)?(?:\d|(?:в|во|к|ко|с|со|до|от|после|на|за|по|из|около|лишь|только|уже|ещё|и|но|а|между|через|начиная|in|by|from|until|since|about|around|after|before|летом|зимой|осенью|весной|начало|конце|в течение|также)\s|\p{L}+(?:вш\p{Ll}{2}(?:ся)?|нн(?:ый|ая|ое|ые|ого|ой|ым))\s)/iu;

/** Looked at before an initial, UTF-16 units. */
const longestName = 40;

interface Dot {
  readonly text: string;
  readonly at: number;
  /** Where the sentence so far starts. */
  readonly start: number;
  /** No space after it. */
  readonly isGlued: boolean;
  /** A closing quotation mark after it. */
  readonly isClosed: boolean;
}

/** Whether a single dot before what is no lower-case word ends the sentence, or only shortens the word before it. */
export function dotEndsSentence(dot: Dot, next: NextWord): boolean {
  const before = tokenBefore(dot.text, dot.at, dot.start);
  const earlier = tokenBeforeThat(dot.text, before.from, dot.start);
  const opens = sentenceOpeners.has(next.word.toLowerCase()) && !next.isInitial;
  // "Яндекс.Музыка" is a name, "ушёл.Потом" a forgotten space.
  if (dot.isGlued && !/^\p{Ll}{3,}$/u.test(before.token)) return false;
  if (initial.test(before.token)) return opensAfterInitial({ dot, before, earlier, opens, next });
  const token = before.token.toLowerCase();
  const joined = /^\p{L}{1,3}\.$/u.test(earlier) ? earlier.toLowerCase() + token : token;
  const is = (set: ReadonlySet<string>): boolean => set.has(joined) || set.has(token);
  if (listEnds.has(joined) && (joined.includes('.') || earlier.toLowerCase() === 'и')) return true;
  if (is(timesOfDay)) return !zonesAndDays.has(next.word.toLowerCase());
  if (afterAdjective.has(token) && adjective.test(earlier)) return true;
  if (is(neverFinal) && !(is(afterNumber) && number.test(earlier))) return false;
  if (is(beforeNumber)) return !/\d/.test(next.first);
  if (is(afterNumber) && (number.test(earlier) || afterNumber.has(joined.includes('.') ? joined : ''))) {
    if (measures.has(token) && /\d/.test(next.first)) return false;
    return opens || !onlySaysWhen(dot);
  }
  if (beforeName.has(token)) return false;
  if (token === 'долл' && next.word === 'США') return false;
  if (initials.test(before.token)) return opens || isBehindSurname(dot, before, next);
  if (is(maybeFinal) || acronym.test(before.token) || firstName.test(before.token)) return opens;
  return !(before.isFirst && listNumber.test(token));
}

function opensAfterInitial({ dot, before, earlier, opens, next }: Initial): boolean {
  if (before.isFirst) return false;
  if (dot.isClosed) return true;
  // "So did I. John left."
  if (before.token === 'I' && /^\p{Ll}+$/u.test(earlier)) return !next.isInitial;
  if (lettered.has(earlier.toLowerCase())) return !next.isInitial;
  // Of kings: «при Петре I. Город рос».
  if (roman.test(before.token) && /\p{Script=Cyrillic}\p{Ll}/u.test(earlier)) return true;
  return opens || isBehindSurname(dot, before, next);
}

/** «Договор подписал Петров А. С. Документ передан»: two initials are those of the name before them, unless one follows. */
function isBehindSurname({ text, start }: Dot, { from }: TokenBefore, next: NextWord): boolean {
  if (next.isInitial || surname.test(next.word)) return false;
  const [, named = ''] = nameBefore.exec(text.slice(Math.max(start, from - longestName), from)) ?? [];
  return surname.test(named);
}

interface Initial {
  readonly dot: Dot;
  readonly before: TokenBefore;
  readonly earlier: string;
  readonly opens: boolean;
  readonly next: NextWord;
}

function onlySaysWhen({ text, at, start }: Dot): boolean {
  return at - start <= longestOpening && opensWithTime.test(text.slice(start, at));
}
