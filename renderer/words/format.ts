import type { TFunction } from 'i18next';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Position in audio: `0:42`, `1:02:03`. Takes ms; below zero counts as zero. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(seconds % 60)}`;
}

/** Length for lists: `24 min`, `1 h 5 min`. Takes ms; never below one minute. */
export function duration(t: TFunction, ms: number): string {
  const all = Math.max(1, Math.round(ms / minuteMs));
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return t('time.minutes', { minutes });
  return minutes === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes });
}

/** Length that may be short: `45 s`, `2 min 5 s`, `1 h 5 min`. Takes ms. */
export function length(t: TFunction, ms: number): string {
  const all = Math.max(0, Math.round(ms / 1000));
  if (ms >= hourMs) return duration(t, ms);
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  if (minutes === 0) return t('time.seconds', { seconds });
  return seconds === 0 ? t('time.minutes', { minutes }) : t('time.minutesSeconds', { minutes, seconds });
}

/** Heading of a day: Today, Yesterday, the weekday within a week, then the date. */
export function dayName(
  t: TFunction,
  day: { readonly at: number; readonly now: number; readonly language: string },
): string {
  const { at, now, language } = day;
  const age = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (age === 0) return t('time.today');
  if (age === 1) return t('time.yesterday');
  if (age > 1 && age < 7)
    return capital(new Intl.DateTimeFormat(language, { weekday: 'long' }).format(at), language);
  return date({ at, now, language });
}

/** `14 November`, and the year when it is another one. */
export function date({
  at,
  now,
  language,
}: {
  readonly at: number;
  readonly now: number;
  readonly language: string;
}): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(
    locale(language),
    sameYear ? options : { ...options, year: 'numeric' },
  ).format(at);
}

/** `20:07`. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `just now`, `2 min ago`, `3 h ago`, then the day. */
export function ago(
  t: TFunction,
  when: { readonly at: number; readonly now: number; readonly language: string },
): string {
  const age = when.now - when.at;
  if (age < minuteMs) return t('time.justNow');
  if (age < hourMs) return t('time.minutesAgo', { minutes: Math.floor(age / minuteMs) });
  if (age < dayMs) return t('time.hoursAgo', { hours: Math.floor(age / hourMs) });
  return date(when);
}

/** `24 MB`: decimal units, as disks and shops count. */
export function size(t: TFunction, bytes: number, language: string): string {
  const units = ['bytes', 'kb', 'mb', 'gb'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return t(`size.${units[power]!}`, { value: text });
}

/** `1.2×`, `1,2×`. */
export function speed(t: TFunction, value: number, language: string): string {
  return t('player.speedValue', {
    speed: new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value),
  });
}

/** Key of the local day a moment belongs to. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Day before month also in English: the product's words are British. */
function locale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

function capital(text: string, language: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(language) + rest.join('');
}
