import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import type { DownloadService } from './download-service.ts';
import { createAudioServer } from './testing/audio-server.ts';
import type { AudioServer } from './testing/audio-server.ts';
import { openQuickService } from './testing/open-quick-service.ts';

vi.setConfig({ testTimeout: 120_000 });

const many = 1000;
/** None of them ends by itself. */
const ids = Array.from({ length: many }, (_, at) => `slow${at}`);

let base: string;
let server: AudioServer;
let services: DownloadService[];
let told: DownloadSnapshot[];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-many-'));
  server = createAudioServer();
  [services, told] = [[], []];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  rmSync(base, { recursive: true, force: true });
});

async function openService(): Promise<DownloadService> {
  const { openUrl } = server;
  const service = await openQuickService(base, { openUrl, announce: (snapshot) => told.push(snapshot) });
  services.push(service);
  return service;
}
const request = (episodeId: string) => ({
  episodeId,
  url: `https://${episodeId}.example/a.mp3`,
  podcastTitle: 'Show',
  episodeTitle: episodeId,
  type: 'audio/mpeg',
  feedUrl: 'https://audio.example/feed',
});
async function inOrder(service: DownloadService): Promise<string[]> {
  const list = await service.list();
  return list.sort((one, other) => (one.order ?? 0) - (other.order ?? 0)).map(({ episodeId }) => episodeId);
}

it('a thousand queued: three are asked for, each is told of alone, and the order outlives a restart', async () => {
  const first = await openService();
  for (const id of ids) await first.start(request(id));
  expect(await inOrder(first)).toEqual(ids);
  await vi.waitFor(() => expect(server.asked).toHaveLength(3));

  told.length = 0;
  await first.changeQueue({ type: 'placed', episodeId: 'slow999', before: 'slow500' });
  await first.changeQueue({ type: 'paused', episodeId: 'slow700' });
  expect(new Set(told.map(({ episodeId }) => episodeId)).size).toBeLessThan(10);
  const moved = [...ids.slice(0, 500), 'slow999', ...ids.slice(500, 999)];
  expect(await inOrder(first)).toEqual(moved);
  await first.close();

  server.asked.length = 0;
  const second = await openService();
  expect(await inOrder(second)).toEqual(moved);
  expect((await second.list()).filter(({ state }) => state === 'paused')).toMatchObject([
    { episodeId: 'slow700' },
  ]);
  await vi.waitFor(() => expect(server.asked).toHaveLength(3));

  for (const id of ids.slice(3)) await second.cancel(id);
  expect(await inOrder(second)).toEqual(ids.slice(0, 3));
});
