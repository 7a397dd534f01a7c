import { mkdir, readFile, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { defaultSettings } from '../../../core/settings/default-settings.ts';
import { fillSettings } from '../../../core/settings/fill-settings.ts';
import { settingsSchema } from '../../../core/settings/settings.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Logger } from '../logger.ts';

export interface SettingsStore {
  /** The file is damaged or of a newer Earmark: it was kept aside and the defaults are in force. */
  readonly notice: 'settings-damaged' | 'settings-newer' | null;
  read(): Settings;
  /** Merges `patch` in; resolves when it is on disk. Rejects when it could not be written, with the old settings in force. */
  change(patch: Partial<Settings>): Promise<Settings>;
  onChange(listener: (settings: Settings) => void): () => void;
  /** Resolves when every change asked for is on disk or has failed. */
  settled(): Promise<void>;
}

/**
 * Opens settings.json. A file that is not what this Earmark wrote is renamed to `settings.damaged.json` or
 * `settings.newer.json`, numbered if there is one already: never overwritten.
 */
export async function openSettings(file: string, log: Logger): Promise<SettingsStore> {
  const { settings, notice } = await load(file, log);
  let current = settings;
  let lastWrite: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(settings: Settings) => void>();

  async function write(patch: Partial<Settings>): Promise<Settings> {
    const next = settingsSchema.parse({ ...current, ...patch });
    await mkdir(path.dirname(file), { recursive: true });
    await replaceFile(file, `${JSON.stringify(next, null, 2)}\n`);
    current = next;
    for (const listener of listeners) listener(next);
    return next;
  }

  return {
    notice,
    read: () => current,
    change(patch) {
      const done = lastWrite.then(() => write(patch));
      lastWrite = done.catch(() => undefined);
      return done;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {
      await lastWrite;
    },
  };
}

type Loaded = { readonly settings: Settings; readonly notice: SettingsStore['notice'] };

async function load(file: string, log: Logger): Promise<Loaded> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      return { settings: defaultSettings, notice: null };
    log.error('Settings cannot be read', cause);
    return { settings: defaultSettings, notice: 'settings-damaged' };
  }
  try {
    return { settings: settingsSchema.parse(fillSettings(JSON.parse(text))), notice: null };
  } catch (cause) {
    const notice = isNewer(text) ? 'settings-newer' : 'settings-damaged';
    log.error(`${notice}: the file is kept aside`, cause);
    await keepAside(file, notice.replace('settings-', '')).catch((renaming: unknown) =>
      log.error('The settings file could not be moved', renaming),
    );
    return { settings: defaultSettings, notice };
  }
}

function isNewer(text: string): boolean {
  try {
    const { version } = JSON.parse(text) as { version?: unknown };
    return typeof version === 'number' && version > defaultSettings.version;
  } catch {
    return false;
  }
}

async function keepAside(file: string, why: string): Promise<void> {
  const taken = new Set(await readdir(path.dirname(file)));
  const stem = `${path.basename(file, '.json')}.${why}`;
  let name = `${stem}.json`;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}.${number}.json`;
  await rename(file, path.join(path.dirname(file), name));
}
