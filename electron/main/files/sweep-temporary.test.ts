import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from './replace-file.ts';
import { sweepFolders, sweepTemporary } from './sweep-temporary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The name under which the next content of a file waits; the file cannot be replaced, because it is a folder. */
async function cutShort(name: string): Promise<string> {
  const file = path.join(folder, name);
  mkdirSync(file);
  const said = await replaceFile(file, 'new').catch((cause: unknown) => cause);
  rmSync(file, { recursive: true });
  return path.basename((said as NodeJS.ErrnoException).path!);
}

it('removes what an earlier process was writing when it was killed, and nothing else', async () => {
  const left = await cutShort('e1.json');
  const others = ['e1.json', 'e1.part', 'notes.tmp', 'a.1234.tmp'];
  for (const name of [left, ...others]) writeFileSync(path.join(folder, name), '{');
  await sweepTemporary(folder, Date.now() - 60_000);
  expect(readdirSync(folder).sort()).toEqual([left, ...others].sort());
  await sweepTemporary(folder, Date.now() + 60_000);
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});

it('asks nothing of a folder that is not there', async () => {
  await expect(sweepTemporary(path.join(folder, 'gone'))).resolves.toBeUndefined();
});

it('removes folders that nobody has used for an hour', async () => {
  mkdirSync(path.join(folder, 'earmark-print-a', 'deep'), { recursive: true });
  mkdirSync(path.join(folder, 'other'));
  await sweepFolders(folder, 'earmark-print-', Date.now() + 3_000_000);
  expect(readdirSync(folder)).toEqual(['earmark-print-a', 'other']);
  await sweepFolders(folder, 'earmark-print-', Date.now() + 4_000_000);
  expect(readdirSync(folder)).toEqual(['other']);
});
