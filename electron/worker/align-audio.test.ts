import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alignAudio } from './align-audio.ts';
import { readSample } from './align/testing/sample.ts';
import { indexAudio } from './index-audio.ts';

/** Real speech, on a machine that does other things as well. */
const patience = 120_000;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-align-'));
  file = path.join(folder, 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function align() {
  const indexFile = path.join(folder, '.a.index');
  if (!existsSync(indexFile)) await indexAudio({ file, indexFile });
  const { untimed } = await readSample('sense-and-sensibility', 'en');
  const shares: number[] = [];
  const checkpointFile = path.join(folder, '.a.aligning');
  const request = { file, indexFile, checkpointFile, transcript: untimed, language: 'en', ahead: false };
  const outcome = await alignAudio(request, (share) => shares.push(share));
  return { outcome, shares, checkpointFile };
}

describe('aligning a file', () => {
  it(
    'finds every sentence, and gives the same from what was kept of its sound',
    async () => {
      copyFileSync('sample/sense-and-sensibility.mp3', file);
      utimesSync(file, 1000, 1000);
      const first = await align();
      if (!first.outcome.ok) throw new Error(first.outcome.error.code);
      expect(first.outcome.value.sentences.every((sentence) => sentence !== null)).toBe(true);
      expect(first.shares).toEqual(first.shares.toSorted((one, other) => one - other));
      expect(existsSync(first.checkpointFile)).toBe(true);
      // What is not decoded again need not be there.
      writeFileSync(file, Buffer.alloc(statSync(file).size));
      utimesSync(file, 1000, 1000);
      expect((await align()).outcome).toEqual(first.outcome);
    },
    patience,
  );

  it('says that it cannot be done where nothing decodes the sound, and where there is none', async () => {
    // An MP4 cut before its table.
    writeFileSync(file, readFileSync(new URL('testing/tone.m4a', import.meta.url)).subarray(0, 100));
    expect((await align()).outcome).toMatchObject({ ok: false, error: { code: 'audio-not-aligned' } });
    rmSync(path.join(folder, '.a.index'));
    writeFileSync(file, '');
    expect((await align()).outcome).toMatchObject({ ok: false, error: { code: 'audio-not-aligned' } });
  });
});
