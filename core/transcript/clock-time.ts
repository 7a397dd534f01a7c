const clock = /^(?:(\d{1,5}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/;

/**
 * Milliseconds of a time as people and tools write it: `1:02:03.5`, `00:53`, `00:00:01,250`, any number of fraction
 * digits. `undefined` when it is not a time.
 */
export function parseClockTime(text: string): number | undefined {
  const match = clock.exec(text.trim());
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  if (Number(seconds) > 59) return undefined;
  const wholeSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return wholeSeconds * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
}
