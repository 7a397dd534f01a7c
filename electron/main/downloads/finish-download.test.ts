import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { finishDownload } from './finish-download.ts';
import type { MeasureAudio } from './finish-download.ts';
import { Ledger } from './ledger.ts';
import { PartFile } from './part-file.ts';
import { createRunInTurn } from './run-in-turn.ts';

const audio = Buffer.from('ID3 and then some sound');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-finish-'));
  mkdirSync(path.join(folder, '.earmark'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writePart(episodeId: string): PartFile {
  const request = {
    episodeId,
    url: 'https://audio.example/a.mp3',
    podcastTitle: 'Show',
    episodeTitle: 'Title',
    type: 'audio/mpeg',
    feedUrl: 'https://audio.example/feed',
    expectedMs: 1000,
  };
  const part = new PartFile(folder, { version: 1, request, addedAt: 1, offset: audio.length });
  writeFileSync(part.file, audio);
  return part;
}

it('names one file after the other, but waits for no other file to be measured', async () => {
  const ledger = await Ledger.open(folder, path.join(folder, 'copy.jsonl'));
  const inTurn = createRunInTurn();
  const finish = (episodeId: string, measureMs: MeasureAudio): Promise<LedgerEntry> =>
    finishDownload({ part: writePart(episodeId), bytes: audio.length, ledger, inTurn, measureMs });
  let answer: (ms: number) => void = () => undefined;
  let slow: Promise<LedgerEntry> | undefined;
  await new Promise<void>((begun) => {
    slow = finish('slow', () => {
      begun();
      return new Promise((resolve) => (answer = resolve));
    });
  });
  const others = await Promise.all(['a', 'b'].map((id) => finish(id, () => Promise.resolve(1000))));
  expect(others.map(({ fileName }) => fileName).sort()).toEqual(['Show/Title (2).mp3', 'Show/Title (3).mp3']);
  answer(1000);
  expect((await slow)?.fileName).toBe('Show/Title.mp3');
});
