import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from './unzip.mjs';

/** A Unix mode as the archive's entries carry it. @param {number} mode */
const unix = (mode) => ({ os: 3, attrs: mode << 16 });

describe('unzip', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'earmark-unzip-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** @param {import('fflate').Zippable} files @returns {Promise<string>} */
  async function archiveOf(files) {
    const archive = path.join(folder, 'archive.zip');
    await writeFile(archive, zipSync(files));
    return archive;
  }

  it('extracts packed, stored and empty files with their permissions', async () => {
    const text = 'episode '.repeat(1000);
    const archive = await archiveOf({
      'a/packed.txt': [strToU8(text), unix(0o100644)],
      'a/stored': [strToU8('as it is'), { level: 0, ...unix(0o100755) }],
      'a/empty': [new Uint8Array(), unix(0o100644)],
    });
    await unzip(archive, path.join(folder, 'out'), (name) => name.replace('a/', 'b/'));
    expect(await readFile(path.join(folder, 'out/b/packed.txt'), 'utf8')).toBe(text);
    expect(await readFile(path.join(folder, 'out/b/stored'), 'utf8')).toBe('as it is');
    expect((await stat(path.join(folder, 'out/b/stored'))).mode & 0o777).toBe(0o755);
    expect((await stat(path.join(folder, 'out/b/empty'))).size).toBe(0);
  });

  it('leaves out what is not wanted', async () => {
    const archive = await archiveOf({ keep: strToU8('1'), leave: strToU8('2') });
    await unzip(archive, path.join(folder, 'out'), (name) => (name === 'keep' ? name : null));
    await expect(stat(path.join(folder, 'out/leave'))).rejects.toThrow('ENOENT');
  });

  it('refuses an entry that points outside the folder', async () => {
    const archive = await archiveOf({ '../outside': strToU8('x') });
    await expect(unzip(archive, path.join(folder, 'out'), (name) => name)).rejects.toThrow('outside');
  });

  it('refuses what is no archive', async () => {
    await writeFile(path.join(folder, 'page.zip'), '<html>Sign in</html>');
    await expect(unzip(path.join(folder, 'page.zip'), folder, (name) => name)).rejects.toThrow(
      'not a ZIP archive',
    );
  });
});
