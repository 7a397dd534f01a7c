import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '../app-failure.ts';
import { saveArchive } from './save-archive.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-save-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A thread that writes something and then does as the test says; the real one is built, and heard of in the end-to-end tests. */
async function madeThread(then: string): Promise<string> {
  const file = path.join(folder, 'thread.mjs');
  await writeFile(
    file,
    `import { parentPort, workerData } from 'node:worker_threads';
     import { writeFileSync } from 'node:fs';
     writeFileSync(workerData.file, 'half');
     ${then}`,
  );
  return file;
}

const archive = { files: [{ path: 'mimetype', content: 'x' }], attached: null };
const left = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name !== 'thread.mjs');
const target = (): string => path.join(folder, 'book.epub');

describe('saveArchive', () => {
  it('puts a whole archive in the place of the old one', async () => {
    await writeFile(target(), 'old');
    const thread = await madeThread('parentPort.postMessage(null)');
    const signal = new AbortController().signal;
    expect(await saveArchive(target(), archive, { thread, signal })).toBe(true);
    expect(await readFile(target(), 'utf8')).toBe('half');
    expect(await left()).toEqual(['book.epub']);
  });

  it('leaves the old one and nothing else after a cancellation', async () => {
    await writeFile(target(), 'old');
    const thread = await madeThread('setInterval(() => undefined, 1000)');
    const stopping = new AbortController();
    const saving = saveArchive(target(), archive, { thread, signal: stopping.signal });
    await expect.poll(left).toHaveLength(2);
    stopping.abort();
    expect(await saving).toBe(false);
    expect(await left()).toEqual(['book.epub']);
    expect(await readFile(target(), 'utf8')).toBe('old');
  });

  it('says what went wrong and leaves nothing: a full disk, a thread that breaks', async () => {
    const signal = new AbortController().signal;
    const full = await madeThread(`parentPort.postMessage({ code: 'disk-full' })`);
    const failed = await saveArchive(target(), archive, { thread: full, signal }).catch(
      (cause: unknown) => cause,
    );
    expect(failed).toBeInstanceOf(AppFailure);
    expect((failed as AppFailure).error.code).toBe('disk-full');
    const broken = await madeThread(`process.exit(1)`);
    await expect(saveArchive(target(), archive, { thread: broken, signal })).rejects.toThrow(/worker-failed/);
    expect(await left()).toEqual([]);
  });
});
