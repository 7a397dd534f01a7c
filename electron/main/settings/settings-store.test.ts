import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../core/settings/default-settings.ts';
import { openSettings } from './settings-store.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-settings-'));
  file = path.join(folder, 'settings.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('openSettings', () => {
  it('starts with the defaults and writes nothing', async () => {
    const store = await openSettings(file, silent);
    expect(store.read()).toEqual(defaultSettings);
    expect(store.notice).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps every one of many changes made at once, for the next start too', async () => {
    const store = await openSettings(file, silent);
    await Promise.all([
      store.change({ theme: 'dark' }),
      store.change({ language: 'ru' }),
      store.change({ coverAccent: false }),
    ]);
    const again = await openSettings(file, silent);
    expect(again.read()).toMatchObject({ theme: 'dark', language: 'ru', coverAccent: false });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each(['', '{"version":1,"theme":"dar', '{"version":1,"theme":"purple"}', 'null'])(
    'keeps a damaged file aside and uses the defaults: %j',
    async (text) => {
      writeFileSync(file, text);
      const store = await openSettings(file, silent);
      expect(store.notice).toBe('settings-damaged');
      expect(store.read()).toEqual(defaultSettings);
      expect(readFileSync(path.join(folder, 'settings.damaged.json'), 'utf8')).toBe(text);
    },
  );

  it('keeps the file of a newer Earmark aside, beside earlier ones', async () => {
    for (const theme of ['first', 'second']) {
      writeFileSync(file, JSON.stringify({ version: 2, theme }));
      const store = await openSettings(file, silent);
      expect(store.notice).toBe('settings-newer');
      expect(store.read()).toEqual(defaultSettings);
    }
    const kept = ['settings.newer.2.json', 'settings.newer.json'];
    expect(readdirSync(folder).sort()).toEqual(kept);
    expect(readFileSync(path.join(folder, 'settings.newer.json'), 'utf8')).toContain('first');
  });

  it('tells listeners until they unsubscribe', async () => {
    const store = await openSettings(file, silent);
    const heard: string[] = [];
    const stop = store.onChange((settings) => heard.push(settings.theme));
    await store.change({ theme: 'dark' });
    stop();
    await store.change({ theme: 'light' });
    expect(heard).toEqual(['dark']);
  });

  it('leaves the old settings in force when the disk refuses, and goes on afterwards', async () => {
    const store = await openSettings(file, silent);
    mkdirSync(file);
    await expect(store.change({ theme: 'dark' })).rejects.toThrow();
    expect(store.read().theme).toBe('system');
    rmSync(file, { recursive: true });
    await store.change({ theme: 'light' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'light' });
  });
});
