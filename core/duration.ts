const clock = /^(?:(\d{1,4}):)?(\d{1,5}):(\d{1,5}(?:[.,]\d+)?)$/;
const seconds = /^\d{1,9}(?:[.,]\d+)?$/;
/** ISO 8601 (`PT1H2M3S`) and spelled lengths (`1h 2m`, `45 min`, `45 мин`, `1 час 5 минут`). */
const spelled =
  /^(?:p\s*t)?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:hours?|hrs?|h|часов|часа|час|ч)\.?)?[\s,]*(?:(\d+(?:[.,]\d+)?)\s*(?:minutes?|mins?|m|минут[аы]?|мин|м)\.?)?[\s,]*(?:(\d+(?:[.,]\d+)?)\s*(?:seconds?|secs?|s|секунд[аы]?|сек|с)\.?)?$/i;

/** A typo such as a length in milliseconds must not make an episode last a year. */
const longestMs = 1000 * 3600 * 1000;

const amount = (text: string | undefined): number =>
  text === undefined ? 0 : Number(text.replace(',', '.'));

/**
 * Length in ms from what feeds write: `HH:MM:SS`, `MM:SS` (also `75:30`), seconds with or without a fraction, ISO 8601
 * and spelled lengths. `undefined` for anything else, for zero and for the absurd.
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 60) return undefined;
  const total = secondsOf(trimmed);
  if (total === undefined) return undefined;
  const ms = Math.round(total * 1000);
  return ms > 0 && ms <= longestMs ? ms : undefined;
}

function secondsOf(text: string): number | undefined {
  if (seconds.test(text)) return amount(text);
  const parts = clock.exec(text);
  if (parts) return amount(parts[1]) * 3600 + amount(parts[2]) * 60 + amount(parts[3]);
  const words = spelled.exec(text);
  if (words) return amount(words[1]) * 3600 + amount(words[2]) * 60 + amount(words[3]);
  return undefined;
}
