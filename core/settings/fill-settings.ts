import { defaultSettings } from './default-settings.ts';

/**
 * What a settings file says, with the defaults for settings that came into being after it was written. Still unchecked:
 * give the answer to `settingsSchema`.
 */
export function fillSettings(written: unknown): unknown {
  return fill(defaultSettings, written);
}

function fill(usual: unknown, written: unknown): unknown {
  if (written === undefined) return usual;
  if (!isGroup(usual) || !isGroup(written)) return written;
  const names = new Set([...Object.keys(usual), ...Object.keys(written)]);
  return Object.fromEntries([...names].map((name) => [name, fill(usual[name], written[name])]));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
