import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { defaultSettings } from '../../../core/settings/default-settings.ts';
import { settingsSchema } from '../../../core/settings/settings.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Logger } from '../logger.ts';

export interface SettingsStore {
  /** The file could not be read: it was kept aside and the defaults are in force. */
  readonly damaged: boolean;
  read(): Settings;
  /** Merges `patch` in; resolves when it is on disk. Rejects when it could not be written, with the old settings in force. */
  change(patch: Partial<Settings>): Promise<Settings>;
  onChange(listener: (settings: Settings) => void): () => void;
  /** Resolves when every change asked for is on disk or has failed. */
  settled(): Promise<void>;
}

/** Opens settings.json. A file that is not what Earmark wrote is renamed to `settings.damaged.json`, never overwritten. */
export async function openSettings(file: string, log: Logger): Promise<SettingsStore> {
  const { settings, damaged } = await load(file, log);
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
    damaged,
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

async function load(file: string, log: Logger): Promise<{ settings: Settings; damaged: boolean }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      return { settings: defaultSettings, damaged: false };
    log.error('Settings cannot be read', cause);
    return { settings: defaultSettings, damaged: true };
  }
  try {
    return { settings: settingsSchema.parse(JSON.parse(text)), damaged: false };
  } catch (cause) {
    log.error('Settings are damaged; the file is kept aside', cause);
    const aside = file.replace(/\.json$/, '.damaged.json');
    await rename(file, aside).catch((renaming: unknown) =>
      log.error('Damaged settings could not be moved', renaming),
    );
    return { settings: defaultSettings, damaged: true };
  }
}
