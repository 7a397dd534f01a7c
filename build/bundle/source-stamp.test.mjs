import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceStamp } from './source-stamp.mjs';

describe('sourceStamp', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'earmark-stamp-'));
    await mkdir(path.join(folder, 'feed'));
    await writeFile(path.join(folder, 'feed', 'a.ts'), 'one');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('changes when a source is changed, added or removed', async () => {
    const first = await sourceStamp([folder]);
    await utimes(path.join(folder, 'feed', 'a.ts'), 1, 1);
    const touched = await sourceStamp([folder]);
    await writeFile(path.join(folder, 'feed', 'b.ts'), 'two');
    const added = await sourceStamp([folder]);
    await rm(path.join(folder, 'feed', 'a.ts'));
    expect(new Set([first, touched, added, await sourceStamp([folder])]).size).toBe(4);
  });

  it('does not change for tests and notes, which are not built', async () => {
    const first = await sourceStamp([folder]);
    await writeFile(path.join(folder, 'feed', 'a.test.ts'), '');
    await writeFile(path.join(folder, 'feed', 'README.md'), '');
    expect(await sourceStamp([folder])).toBe(first);
  });
});
