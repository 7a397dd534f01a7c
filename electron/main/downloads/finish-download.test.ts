import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { finishDownload } from './finish-download.ts';
import type { DigestAudio, MeasureAudio } from './finish-download.ts';
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

it('keeps what has the digest its publisher states, and nothing else', async () => {
  const ledger = await Ledger.open(folder, path.join(folder, 'copy.jsonl'));
  const digest: DigestAudio = async (file, algorithm) =>
    createHash(algorithm)
      .update(await readFile(file))
      .digest('base64')
      .replace(/=+$/, '');
  const finish = (episodeId: string, bytes: Buffer): Promise<LedgerEntry> => {
    const part = writePart(episodeId);
    writeFileSync(part.file, bytes);
    const integrity = `sha384-${createHash('sha384').update(audio).digest('base64')}`;
    part.journal = {
      ...part.journal,
      expectedTotal: bytes.length,
      request: { ...part.journal.request, integrity },
    };
    return finishDownload({ part, bytes: bytes.length, ledger, inTurn: createRunInTurn(), digest });
  };
  expect(await finish('a', audio)).toMatchObject({ episodeId: 'a' });
  const other = finish('b', Buffer.from('ID3 and then another sound'));
  await expect(other).rejects.toMatchObject({ error: { code: 'audio-not-as-stated' } });
  expect(ledger.all().map(({ episodeId }) => episodeId)).toEqual(['a']);
  expect(readdirSync(path.join(folder, '.earmark'))).toEqual(['ledger.jsonl']);
});
