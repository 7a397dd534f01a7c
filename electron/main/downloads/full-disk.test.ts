import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../../core/app-error.ts';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { serveFile, startScriptedServer } from '../network/scripted-server.ts';
import { openQuickService } from './testing/open-quick-service.ts';

const audio = Buffer.alloc(3_000_000, 'ID3 and then some sound ');
/** A file system of its own takes the rights of an administrator, and Linux. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

interface Trouble {
  /** How the disk is mounted at first. */
  readonly mounted: string;
  /** What is done to it when the service is open, and what mends it. */
  readonly spoilt?: string;
  readonly mended: string;
  readonly code: AppErrorCode;
}

describe.runIf(mayMount)('a disk in trouble (needs Linux and root)', () => {
  it('fills up in the middle: the part stays, and goes on when there is room', () =>
    meet({ mounted: 'size=1m', mended: 'remount,size=8m', code: 'disk-full' }));

  it('may not be written to: what was asked for waits until it may', () =>
    meet({ mounted: 'size=8m', spoilt: 'remount,ro', mended: 'remount,rw', code: 'disk-denied' }));
});

async function meet({ mounted, spoilt, mended, code }: Trouble): Promise<void> {
  const base = mkdtempSync(path.join(tmpdir(), 'earmark-full-'));
  const disk = path.join(base, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', mounted, 'tmpfs', disk]);
  const server = await startScriptedServer();
  server.answers = [serveFile({ bytes: audio })];
  const notices: string[] = [];
  let hear: (snapshot: DownloadSnapshot) => void = () => undefined;
  const reach = (state: DownloadSnapshot['state']): Promise<DownloadSnapshot> =>
    new Promise((resolve) => {
      hear = (told) => {
        if (told.state === state) resolve(told);
      };
    });
  const service = await openQuickService(base, {
    openUrl: createOpenUrl('Earmark/test'),
    folder: () => disk,
    ownFolder: disk,
    announce: (snapshot) => hear(snapshot),
    notice: (told) => notices.push(told),
  });
  try {
    if (spoilt !== undefined) execFileSync('mount', ['-o', spoilt, disk]);
    const paused = reach('paused');
    const url = `${server.origin}/a.mp3`;
    const request = { episodeId: 'e1', url, podcastTitle: 'Show', episodeTitle: 'Title', type: 'audio/mpeg' };
    expect(await service.start({ ...request, feedUrl: url })).toEqual({ ok: true, value: {} });
    expect(await paused).toMatchObject({ error: { code } });
    const done = reach('done');
    execFileSync('mount', ['-o', mended, disk]);
    await done;
    expect(readFileSync(path.join(disk, 'Show', 'Title.mp3')).equals(audio)).toBe(true);
    expect(notices).toEqual([code]);
  } finally {
    await service.close();
    server.close();
    execFileSync('umount', [disk]);
    rmSync(base, { recursive: true });
  }
}
