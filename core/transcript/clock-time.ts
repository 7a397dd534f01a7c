const clock = /^(?:(\d{1,5}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/;

/**
 * Milliseconds of a time as people and tools write it: `1:02:03.5`, `00:53`, `00:00:01,250`, any number of fraction
 * digits. `undefined` when it is not a time.
 */
export function parseClockTime(text: string): number | undefined {
  const match = clock.exec(text.trim());
  if (!match) return undefined;
  const fraction = match[4] ?? '';
  const seconds = Number(match[3]);
  if (seconds > 59) return undefined;
  const wholeSeconds = (Number(match[1] ?? 0) * 60 + Number(match[2])) * 60 + seconds;
  return wholeSeconds * 1000 + Math.round((Number(fraction) * 1000) / 10 ** fraction.length);
}
