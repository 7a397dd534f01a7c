import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DownloadFolders } from './download-folders.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-folders-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const open = (): Promise<DownloadFolders> => {
  const ownFolder = path.join(base, 'own');
  const needs = {
    ownFolder,
    listFile: path.join(base, 'list.json'),
    ledgerCopies: path.join(base, 'ledgers'),
  };
  return DownloadFolders.open(needs, ownFolder);
};

it('has one ledger for a folder, however many ask for it at once', async () => {
  const folders = await open();
  const drive = path.join(base, 'drive');
  mkdirSync(path.join(drive, 'Show'), { recursive: true });
  const asked = await Promise.all([folders.use(drive), folders.use(drive), folders.adopt(drive)]);
  expect(new Set([...asked, await folders.use(drive)]).size).toBe(1);
});

it('removes what was being copied when it was killed, and a journal that was cut short', async () => {
  const work = path.join(base, 'own', '.earmark');
  mkdirSync(work, { recursive: true });
  const cutShort = 'e1.json.0b0e4f5c-6f0e-4c55-9d3c-0123456789ab.tmp';
  const names = ['e1.copy', cutShort, 'e2.part', 'e1.part', 'e1.json'];
  for (const name of names) writeFileSync(path.join(work, name), 'x');
  utimesSync(path.join(work, cutShort), 0, 0);
  await open();
  expect(names.map((name) => existsSync(path.join(work, name)))).toEqual([false, false, false, true, true]);
});
