import type { Settings } from './settings.ts';

/** What a window looks like before anything else is known. */
export type WindowSettings = Pick<Settings, 'theme' | 'window'>;

/**
 * The part of settings.json that the window is opened with, taken as far as it is sound. By hand, because the schema brings
 * zod, and reading that before the window opens would hold it up. The file as a whole is checked by its schema right after.
 */
export function readWindowSettings(text: string): WindowSettings {
  try {
    const written: unknown = JSON.parse(text);
    if (!isGroup(written)) return { theme: 'system' };
    const { theme, window } = written;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      ...(isPlace(window) && { window }),
    };
  } catch {
    return { theme: 'system' };
  }
}

function isPlace(value: unknown): value is NonNullable<Settings['window']> {
  if (!isGroup(value)) return false;
  const { x, y, width, height, maximised } = value;
  const isCoordinate = (place: unknown): boolean => place === undefined || Number.isSafeInteger(place);
  const isLength = (length: unknown): boolean =>
    Number.isSafeInteger(length) && Number(length) > 0 && Number(length) <= 20_000;
  return (
    isCoordinate(x) &&
    isCoordinate(y) &&
    isLength(width) &&
    isLength(height) &&
    typeof maximised === 'boolean'
  );
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
