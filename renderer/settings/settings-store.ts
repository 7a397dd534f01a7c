import { create } from 'zustand';
import type { Settings, SettingsPatch } from '../../core/settings/settings.ts';
import { defaultSettings } from '../../core/settings/default-settings.ts';
import type { Result } from '../../core/result.ts';
import { listen, request } from '../desktop/client.ts';

/** A copy of what the main process owns: it follows `settings:changed` and is never written to directly. */
export const useSettings = create<Settings>(() => defaultSettings);

/** Reads the settings and follows them. Await it before the first screen, so that nothing flashes in another theme. */
export async function startSettings(): Promise<Result<Settings>> {
  listen('settings:changed', (settings) => useSettings.setState(settings, true));
  return keep(await request('settings:read', {}));
}

/** Changes the named settings only. */
export async function changeSettings(patch: SettingsPatch): Promise<Result<Settings>> {
  return keep(await request('settings:change', patch));
}

/** Lets the user pick where downloads go. A closed dialog changes nothing. */
export async function chooseDownloadFolder(): Promise<Result<Settings>> {
  return keep(await request('settings:choose-download-folder', {}));
}

function keep(result: Result<Settings>): Result<Settings> {
  if (result.ok) useSettings.setState(result.value, true);
  return result;
}
