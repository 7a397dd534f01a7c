import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ByteRanges } from '../../../core/download/byte-ranges.ts';
import { PartWriter } from './part-writer.ts';

const megabyte = 1024 * 1024;
let folder: string;
let file: FileHandle;
let durable: ByteRanges[];
/** Ends the flush under way, where the disk is slow. */
let release: () => void;
let flushes: number;

function openWriter(isSlow = false): PartWriter {
  const datasync = (): Promise<void> => {
    flushes += 1;
    return isSlow ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
  };
  const handle = { fd: file.fd, datasync, close: () => Promise.resolve() };
  return new PartWriter({ handle, onDurable: (written) => Promise.resolve(void durable.push(written)) });
}

describe('PartWriter', () => {
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'earmark-writer-'));
    file = await open(path.join(folder, 'part'), 'w+');
    [durable, flushes] = [[], 0];
    vi.useFakeTimers();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await file.close();
    rmSync(folder, { recursive: true });
  });

  it('puts each chunk in its place, and knows what lies between', async () => {
    const writer = openWriter();
    writer.write(Uint8Array.of(1, 2, 3), 2);
    writer.write(Uint8Array.of(4), 5);
    writer.write(Uint8Array.of(9), 8);
    expect([...readFileSync(path.join(folder, 'part'))]).toEqual([0, 0, 1, 2, 3, 4, 0, 0, 9]);
    await writer.finish();
    expect(durable).toEqual([
      [
        [2, 6],
        [8, 9],
      ],
    ]);
  });

  it('makes durable what a line brought before it went quiet', async () => {
    const writer = openWriter();
    writer.write(Uint8Array.of(1, 2, 3), 0);
    expect(durable).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(durable).toEqual([[[0, 3]]]);
    await writer.finish();
  });

  it('flushes a fast line beside the writing, one flush at a time', async () => {
    const writer = openWriter(true);
    const write = (from: number, to: number): void => {
      for (let count = from; count < to; count += 1) writer.write(new Uint8Array(megabyte), count * megabyte);
    };
    write(0, 100);
    await vi.advanceTimersByTimeAsync(0);
    write(100, 200);
    await vi.advanceTimersByTimeAsync(0);
    expect(flushes).toBe(1);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(durable).toEqual([[[0, 100 * megabyte]]]);
    const finished = writer.finish();
    await vi.advanceTimersByTimeAsync(0);
    release();
    await finished;
    expect(durable.at(-1)).toEqual([[100 * megabyte, 200 * megabyte]]);
  });
});
