const monthNames = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** Where the parts of `Fri, 09 Oct 2020 04:30:38 +0300` stand. */
const places = { month: 8, year: 12, hour: 17, minute: 20, second: 23, zone: 26 };

/**
 * Time in ms since the epoch of a date written as nearly all feeds do (RFC 2822 with two digits for the day, `GMT` or a
 * numeric zone); `undefined` for every other form, which `parse-date.ts` reads with patterns, several times slower.
 */
export function parseUsualDate(text: string): number | undefined {
  const hasForm =
    text.charCodeAt(3) === 0x2c &&
    text.charCodeAt(19) === 0x3a &&
    text.charCodeAt(22) === 0x3a &&
    hasBlanks(text);
  if (!hasForm) return undefined;
  const month = monthNames.indexOf(text.slice(places.month, places.month + 3)) / 3;
  const year = twoDigits(text, places.year) * 100 + twoDigits(text, places.year + 2);
  const day = twoDigits(text, 5);
  const hour = twoDigits(text, places.hour);
  const minute = twoDigits(text, places.minute);
  const second = twoDigits(text, places.second);
  const isUsual =
    Number.isInteger(month) &&
    month >= 0 &&
    year >= 1900 &&
    day >= 1 &&
    day <= (month === 1 ? 28 : 30) &&
    hour < 24 &&
    minute < 60;
  const offset = zoneMs(text);
  // Days that not every year or month has: the general reader judges them.
  if (!isUsual || !(second < 60) || Number.isNaN(offset)) return undefined;
  return Date.UTC(year, month, day, hour, minute, second) - offset;
}

/** NaN for anything but `GMT`, `+hhmm` and `-hhmm`. */
function zoneMs(text: string): number {
  if (text.length === 29) return text.endsWith('GMT') ? 0 : Number.NaN;
  const sign = text.charCodeAt(places.zone);
  if (text.length !== 31 || (sign !== 0x2b && sign !== 0x2d)) return Number.NaN;
  const minutes = twoDigits(text, places.zone + 1) * 60 + twoDigits(text, places.zone + 3);
  return (sign === 0x2d ? -minutes : minutes) * 60_000;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? tens * 10 + ones : Number.NaN;
}

const hasBlanks = (text: string): boolean =>
  text.charCodeAt(4) === 0x20 &&
  text.charCodeAt(7) === 0x20 &&
  text.charCodeAt(11) === 0x20 &&
  text.charCodeAt(16) === 0x20 &&
  text.charCodeAt(25) === 0x20;
