import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartWriter } from './part-writer.ts';

const megabyte = 1024 * 1024;
let folder: string;
let file: FileHandle;
let durable: number[];
/** Ends the flush under way, where the disk is slow. */
let release: () => void;
let flushes: number;

function writerAt(offset: number, isSlow = false): PartWriter {
  const datasync = (): Promise<void> => {
    flushes += 1;
    return isSlow ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
  };
  const handle = { fd: file.fd, datasync, close: () => Promise.resolve() };
  return new PartWriter({ handle, offset, onDurable: (to) => Promise.resolve(void durable.push(to)) });
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

  it('puts each chunk behind the one before', async () => {
    const writer = writerAt(2);
    writer.write(Uint8Array.of(1, 2, 3));
    writer.write(Uint8Array.of(4));
    expect([...readFileSync(path.join(folder, 'part'))]).toEqual([0, 0, 1, 2, 3, 4]);
    expect(writer.writtenBytes).toBe(6);
    expect(await writer.finish()).toBe(6);
  });

  it('makes durable what a line brought before it went quiet', async () => {
    const writer = writerAt(0);
    writer.write(Uint8Array.of(1, 2, 3));
    expect(durable).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(durable).toEqual([3]);
    await writer.finish();
  });

  it('flushes a fast line beside the writing, one flush at a time', async () => {
    const writer = writerAt(0, true);
    for (let count = 0; count < 200; count += 1) writer.write(new Uint8Array(megabyte));
    await vi.advanceTimersByTimeAsync(0);
    expect(flushes).toBe(1);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(durable).toHaveLength(1);
    const finished = writer.finish();
    await vi.advanceTimersByTimeAsync(0);
    release();
    expect(await finished).toBe(200 * megabyte);
  });
});
