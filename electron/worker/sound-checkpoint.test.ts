import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SoundCheckpoint } from './sound-checkpoint.ts';

const source = { size: 10, modifiedAt: 5.25 };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-checkpoint-'));
  file = path.join(folder, '.a.aligning');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a checkpoint', () => {
  it('comes back as it was kept', async () => {
    await new SoundCheckpoint(file, source).keep(Uint8Array.of(1, 2, 3));
    expect(await new SoundCheckpoint(file, source).read()).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('is nothing before it is kept, when cut off, and of another state of the sound', async () => {
    const checkpoint = new SoundCheckpoint(file, source);
    expect(await checkpoint.read()).toBeUndefined();
    await checkpoint.keep(Uint8Array.of(1));
    expect(await new SoundCheckpoint(file, { ...source, modifiedAt: 6 }).read()).toBeUndefined();
    truncateSync(file, 9);
    expect(await checkpoint.read()).toBeUndefined();
  });

  it('that cannot be written stops nothing and leaves nothing', async () => {
    await new SoundCheckpoint(path.join(folder, 'missing', 'a'), source).keep(Uint8Array.of(1));
    expect(readdirSync(folder)).toEqual([]);
  });
});
