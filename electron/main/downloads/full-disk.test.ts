import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { serveFile, startScriptedServer } from '../network/scripted-server.ts';
import { openQuickService } from './testing/open-quick-service.ts';

const audio = Buffer.alloc(3_000_000, 'ID3 and then some sound ');
/** A file system of its own takes the rights of an administrator, and Linux. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

it.runIf(mayMount)(
  'a disk that fills up in the middle: the part stays, and goes on when there is room (needs Linux and root)',
  async () => {
    const base = mkdtempSync(path.join(tmpdir(), 'earmark-full-'));
    const disk = path.join(base, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
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
      notice: (code) => notices.push(code),
    });
    try {
      const paused = reach('paused');
      const url = `${server.origin}/a.mp3`;
      const request = {
        episodeId: 'e1',
        url,
        podcastTitle: 'Show',
        episodeTitle: 'Title',
        type: 'audio/mpeg',
      };
      await service.start({ ...request, feedUrl: url });
      expect(await paused).toMatchObject({ error: { code: 'disk-full' } });
      const done = reach('done');
      execFileSync('mount', ['-o', 'remount,size=8m', disk]);
      await done;
      expect(readFileSync(path.join(disk, 'Show', 'Title.mp3')).equals(audio)).toBe(true);
      expect(notices).toEqual(['disk-full']);
    } finally {
      await service.close();
      server.close();
      execFileSync('umount', [disk]);
      rmSync(base, { recursive: true });
    }
  },
);
