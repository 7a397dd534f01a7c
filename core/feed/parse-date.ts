import { parseUsualDate } from './parse-usual-date.ts';

const months: Readonly<Record<string, number>> = {
  jan: 0,
  feb: 1,
  mar: 2,
  apr: 3,
  may: 4,
  jun: 5,
  jul: 6,
  aug: 7,
  sep: 8,
  oct: 9,
  nov: 10,
  dec: 11,
  янв: 0,
  фев: 1,
  мар: 2,
  апр: 3,
  мая: 4,
  май: 4,
  июн: 5,
  июл: 6,
  авг: 7,
  сен: 8,
  окт: 9,
  ноя: 10,
  дек: 11,
};

/** Hours from UTC. RFC 2822 section 4.3 tells to read the military letters as UTC: they were specified wrongly. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  eet: 2,
  eest: 3,
  msk: 3,
  мск: 3,
  msd: 4,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  ist: 5.5,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  acst: 9.5,
  awst: 8,
  nzst: 12,
  nzdt: 13,
};

const rfc822 =
  /^(?:[^\s,.\d]+(?:[,.]\s*|\s+))?(\d{1,2})[\s-]+([^\s\d.,-]+)[.,]?[\s-]+(\d{2,4}),?(?:\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?\s*(.*)$/;
const iso8601 =
  /^(\d{4})(?:[-/]?(\d{1,2})(?:[-/]?(\d{1,2})(?:[t\s]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?\s*(.*))?)?$/i;
/** asctime (`Fri Oct  9 04:30:38 2020`), `October 9, 2020 4:30 PM`. */
const monthFirst =
  /^(?:[^\s,\d]+,?\s+)?([^\s\d.,]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:[a-z]{3,4}\s+)?(\d{4})|(\d{4}))(.*)$/i;
/** `09.10.2020 16:30`, day first as everywhere a dot is used. */
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/;
const unixTime = /^\d{9,10}$|^\d{12,13}$/;

interface Fields {
  year: number;
  /** 0 is January. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** What stands after the time: a zone, AM or PM, a comment. */
  rest: string;
}

/**
 * Time in ms since the epoch from what feeds write: RFC 822/2822 with two-digit years, English and Russian month names,
 * named, numeric and missing zones (missing = UTC); ISO 8601/RFC 3339; asctime; dd.mm.yyyy; Unix time. `undefined` for
 * anything else and for dates that do not exist.
 */
export function parseDate(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 100) return undefined;
  const usual = parseUsualDate(trimmed);
  if (usual !== undefined) return usual;
  const fields =
    fromRfc822(trimmed) ?? fromIso8601(trimmed) ?? fromMonthFirst(trimmed) ?? fromDotted(trimmed);
  if (fields) return timeOf(fields);
  if (!unixTime.test(trimmed)) return undefined;
  return trimmed.length > 10 ? Number(trimmed) : Number(trimmed) * 1000;
}

function fromRfc822(text: string): Fields | undefined {
  const match = rfc822.exec(text);
  if (!match) return undefined;
  const month = monthOf(match[2]);
  return month === undefined
    ? undefined
    : {
        ...timeFields(match[4], match[5], match[6]),
        year: fullYear(match[3]!),
        month,
        day: Number(match[1]),
        rest: match[7]!,
      };
}

function fromIso8601(text: string): Fields | undefined {
  const match = iso8601.exec(text);
  if (!match || unixTime.test(text)) return undefined;
  const [, year, month = '1', day = '1', hour, minute, second, fraction = '', rest = ''] = match;
  const millisecond = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  return {
    ...timeFields(hour, minute, second),
    year: Number(year),
    month: Number(month) - 1,
    day: Number(day),
    millisecond,
    rest,
  };
}

function fromMonthFirst(text: string): Fields | undefined {
  const match = monthFirst.exec(text);
  const month = monthOf(match?.[1]);
  if (!match || month === undefined) return undefined;
  const [, , day, hour, minute, second, asctimeYear, year, rest = ''] = match;
  const dateOnly = { year: Number(asctimeYear ?? year), month, day: Number(day) };
  if (hour !== undefined) return { ...timeFields(hour, minute, second), ...dateOnly, rest };
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*)$/.exec(rest);
  return { ...timeFields(time?.[1], time?.[2], time?.[3]), ...dateOnly, rest: time?.[4] ?? '' };
}

function fromDotted(text: string): Fields | undefined {
  const match = dotted.exec(text);
  if (!match) return undefined;
  const [, day, month, year, hour, minute, second, rest = ''] = match;
  return {
    ...timeFields(hour, minute, second),
    year: Number(year),
    month: Number(month) - 1,
    day: Number(day),
    rest,
  };
}

function timeFields(hour = '0', minute = '0', second = '0') {
  return { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond: 0 };
}

function monthOf(name: string | undefined): number | undefined {
  const key = name?.slice(0, 3).toLowerCase() ?? '';
  return Object.hasOwn(months, key) ? months[key] : undefined;
}

/** RFC 2822 section 4.3: two digits below 50 are this century's, others and three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 2 && year < 50 ? year + 2000 : year + 1900;
}

function timeOf(fields: Fields): number | undefined {
  const { year, month, day, minute, second, millisecond, rest } = fields;
  const half = /^([ap])\.?m\.?\b/i.exec(rest)?.[1]?.toLowerCase();
  const hour = half === undefined ? fields.hour : (fields.hour % 12) + (half === 'p' ? 12 : 0);
  const isPossible =
    month >= 0 && month < 12 && day >= 1 && day <= 31 && hour <= 24 && minute < 60 && second <= 60;
  if (!isPossible || year < 1900) return undefined;
  const local = Date.UTC(year, month, day, hour, minute, second, millisecond);
  if (hour < 24 && second < 60 && new Date(local).getUTCDate() !== day) return undefined;
  return local - offsetMs(half === undefined ? rest : rest.replace(/^\S+\s*/, ''));
}

function offsetMs(zone: string): number {
  if (zone === '' || zone === 'GMT' || zone === 'Z') return 0;
  const numeric = /^(?:gmt|utc?)?\s*([+-])\s*(\d{1,2}):?(\d{2})?/i.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return (numeric[1] === '-' ? -minutes : minutes) * 60_000;
  }
  const name = /^[\p{L}]+/u.exec(zone)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(zones, name) ? zones[name]! * 3_600_000 : 0;
}
