import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endFrom } from '../../../core/download/byte-ranges.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { serveFile, startScriptedServer } from '../network/scripted-server.ts';
import type { ScriptedServer } from '../network/scripted-server.ts';
import { PartFile, readParts, workFolder } from './part-file.ts';
import { SignInWatch } from './sign-in-watch.ts';
import { transfer } from './transfer.ts';

/** Begins like an MP3 file and nowhere repeats, so that a splice would show. */
function recording(seed: number): Buffer {
  const bytes = Buffer.alloc(2_000_000);
  for (let at = 0; at < bytes.length; at += 4)
    bytes.writeUInt32LE(Math.imul(at + seed, 2654435761) >>> 0, at);
  bytes.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');
  return bytes;
}
const audio = recording(1);
const otherAudio = recording(2);

let root: string;
let server: ScriptedServer;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'earmark-filler-'));
  server = await startScriptedServer();
});
afterEach(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

function newPart(folder: string): PartFile {
  mkdirSync(workFolder(folder), { recursive: true });
  const url = `${server.origin}/a.mp3`;
  const request = { episodeId: 'e1', url, podcastTitle: '', episodeTitle: '', type: '', feedUrl: url };
  return new PartFile(folder, { version: 1, addedAt: 1, offset: 0, request });
}

interface Try {
  /** Wished for, one after the other, as soon as so many bytes are here. */
  readonly wishes?: readonly { readonly when: number; readonly at: number }[];
  /** Ends the try as soon as so many bytes are here. */
  readonly endAt?: number;
  readonly onRefusal?: () => void;
  /** Hears of all that comes. */
  readonly heard?: (received: number) => void;
}

/** One try, which ends at the latest when all is here; whether it is. */
async function bring(
  part: PartFile,
  { wishes = [], endAt = Infinity, heard, onRefusal = () => undefined }: Try = {},
): Promise<boolean> {
  const end = new AbortController();
  const left = [...wishes];
  const needs = {
    openUrl: createOpenUrl('Earmark/test'),
    now: () => 0,
    freeBytes: () => Promise.resolve(1e12),
    signIn: new SignInWatch(),
  };
  const onProgress = ({ ranges }: { ranges: readonly (readonly [number, number])[] }): void => {
    const received = ranges.reduce((sum, [start, stop]) => sum + stop - start, 0);
    heard?.(received);
    while (left[0] !== undefined && received >= left[0].when) part.growth.wish(left.shift()!.at);
    if (received >= endAt) end.abort();
  };
  const task = { part, signal: end.signal, onBegin: () => undefined, onProgress, onRefusal };
  return transfer(needs, task).then(
    () => true,
    () => false,
  );
}

const begins = (): number[] =>
  server.asked.map(({ headers }) => Number(/\d+/.exec(headers.range ?? '0')?.[0]));
const isWhole = (part: PartFile, bytes = audio): boolean => readFileSync(part.file).equals(bytes);

/** What the folder says after the app was killed. */
async function reread(folder: string): Promise<PartFile> {
  const [part] = await readParts(folder);
  if (part === undefined) throw new Error('no journal is left');
  return part;
}

describe('a part that was listened to far ahead', () => {
  it('keeps what came from there, and goes back to what is missing', async () => {
    server.answers = [serveFile({ bytes: audio })];
    const part = newPart(root);
    expect(await bring(part, { wishes: [{ when: 300_000, at: 1_800_000 }] })).toBe(true);
    expect(isWhole(part)).toBe(true);
    expect(part.journal).toMatchObject({ offset: audio.length });
    expect(part.journal.ahead).toBeUndefined();
    // What is left behind for a moment is taken up again on its own line.
    expect(begins()).toEqual([0, 1_800_000]);
  });

  it('leaves out what is here already, in another run of the app too', async () => {
    server.answers = [serveFile({ bytes: audio })];
    const first = newPart(root);
    await bring(first, { wishes: [{ when: 200_000, at: 1_000_000 }], endAt: 500_000 });
    const part = await reread(root);
    const [[, prefix] = [0, 0], [start, end] = [0, 0]] = part.ranges;
    expect(start).toBe(1_000_000);
    expect(await bring(part)).toBe(true);
    expect(isWhole(part)).toBe(true);
    expect(begins()).toEqual([0, 1_000_000, prefix, end]);
  });

  it('goes on where it was when the server lets nobody have two lines', async () => {
    server.answers = [serveFile({ bytes: audio }), (_asked, socket) => socket.destroy()];
    const part = newPart(root);
    let refused = 0;
    const wishes = [{ when: 300_000, at: 1_800_000 }];
    expect(await bring(part, { wishes, onRefusal: () => (refused += 1) })).toBe(true);
    expect(isWhole(part)).toBe(true);
    expect([begins(), refused]).toEqual([[0, 1_800_000], 1]);
  });

  it('has nothing of it in another recording', async () => {
    server.answers = [serveFile({ bytes: audio }), serveFile({ bytes: audio })];
    await bring(newPart(root), { wishes: [{ when: 200_000, at: 1_000_000 }], endAt: 500_000 });
    server.answers = [serveFile({ bytes: otherAudio, etag: '"2"' })];
    const part = await reread(root);
    expect(await bring(part)).toBe(true);
    expect(isWhole(part, otherAudio)).toBe(true);
  });

  it('stops where the recording changes between two places, and begins anew', async () => {
    server.answers = [
      serveFile({ bytes: audio }),
      serveFile({ bytes: audio }),
      serveFile({ bytes: otherAudio, etag: '"2"' }),
    ];
    const part = newPart(root);
    const wishes = [
      { when: 100_000, at: 600_000 },
      { when: 1_300_000, at: 1_990_000 },
    ];
    await bring(part, { wishes });
    expect(await bring(part)).toBe(true);
    expect(isWhole(part, otherAudio)).toBe(true);
  });

  it('believes no journal that speaks of more than the file has', async () => {
    server.answers = [serveFile({ bytes: audio })];
    await bring(newPart(root), { wishes: [{ when: 200_000, at: 1_000_000 }], endAt: 600_000 });
    const before = await reread(root);
    writeFileLength(before.file, 1_050_000);
    const part = await reread(root);
    expect(await bring(part)).toBe(true);
    expect(isWhole(part)).toBe(true);
  });
});

function writeFileLength(file: string, bytes: number): void {
  const kept = readFileSync(file).subarray(0, bytes);
  rmSync(file);
  const handle = openSync(file, 'w');
  writeSync(handle, kept);
  closeSync(handle);
}

/** A power cut: what the journal does not vouch for is lost, here even spoilt. */
function spoilUncertain(part: PartFile): void {
  const bytes = readFileSync(part.file);
  for (let at = 0; at < bytes.length;) {
    const end = endFrom(part.ranges, at);
    const next = part.ranges.find(([start]) => start > end)?.[0] ?? bytes.length;
    bytes.fill(0x55, end, next);
    at = next;
  }
  const handle = openSync(part.file, 'r+');
  writeSync(handle, bytes);
  closeSync(handle);
}

/** Numbers that look random and are the same in each run. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % most;
  };
}

it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  'jumps, broken lines and power cuts at any moment leave no byte in the wrong place (%i)',
  async (seed) => {
    const roll = dice(seed);
    let part = newPart(path.join(root, '0'));
    for (let life = 1; life <= 6; life += 1) {
      server.answers = Array.from({ length: 8 }, () =>
        serveFile({ bytes: audio, cutAt: (roll(100) + 1) / 100 }),
      );
      server.asked.length = 0;
      const next = path.join(root, String(life));
      mkdirSync(workFolder(next), { recursive: true });
      const cutAt = roll(audio.length);
      const power = { isCut: false };
      const heard = (received: number): void => {
        if (power.isCut || received < cutAt) return;
        power.isCut = true;
        for (const name of ['e1.json', 'e1.part']) {
          const from = path.join(workFolder(part.folder), name);
          if (existsSync(from)) copyFileSync(from, path.join(workFolder(next), name));
        }
      };
      const wishes = Array.from({ length: 3 }, () => ({ when: roll(audio.length), at: roll(audio.length) }));
      await bring(part, { wishes: wishes.sort((one, other) => one.when - other.when), heard });
      if (!power.isCut) continue;
      // Before the first entry in the journal nothing is vouched for.
      part = (await readParts(next))[0] ?? newPart(next);
      spoilUncertain(part);
    }
    server.answers = [serveFile({ bytes: audio })];
    while (!(await bring(part)));
    expect(isWhole(part)).toBe(true);
  },
);
