import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import type { OpenUrl } from '../network/open-url.ts';
import type { DownloadService } from './download-service.ts';
import { createAudioServer } from './testing/audio-server.ts';
import type { AudioServer } from './testing/audio-server.ts';
import { openQuickService } from './testing/open-quick-service.ts';
import type { QuickNeeds } from './testing/open-quick-service.ts';

/** A busy machine may take its time. */
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 50_000 };

let base: string;
let server: AudioServer;
let services: DownloadService[];
let told: DownloadSnapshot[];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-holds-'));
  server = createAudioServer();
  [services, told] = [[], []];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  rmSync(base, { recursive: true, force: true });
});

const serve: OpenUrl = (asking) => server.openUrl(asking);

/** One download at a time. */
async function openService(more: Partial<QuickNeeds> = {}): Promise<DownloadService> {
  const service = await openQuickService(base, {
    openUrl: serve,
    queueLimits: () => ({ parallel: 1, parallelPerHost: 1 }),
    announce: (snapshot) => told.push(snapshot),
    ...more,
  });
  services.push(service);
  return service;
}
const request = (episodeId: string) => ({
  episodeId,
  url: `https://audio.example/${episodeId}.mp3`,
  podcastTitle: 'Show',
  episodeTitle: episodeId,
  type: 'audio/mpeg',
  feedUrl: 'https://audio.example/feed',
});
async function shown(service: DownloadService): Promise<string[]> {
  const list = await service.list();
  return list.map(({ episodeId, state }) => `${episodeId} ${state}`).sort();
}
const done = (): string[] => told.filter(({ state }) => state === 'done').map(({ episodeId }) => episodeId);

it('keeps to the rule that was in force at the start', async () => {
  const service = await openService({ rule: 'metered' });
  await service.start(request('a'));
  expect([await shown(service), server.asked]).toEqual([['a queued'], []]);
  await service.changeQueue({ type: 'ruled', rule: null });
  await vi.waitFor(() => expect(done()).toEqual(['a']), patience);
});

it('waits where it may not write, and goes on when it may', async () => {
  let mayWrite = false;
  const notices: string[] = [];
  const openUrl: OpenUrl = (asking) =>
    mayWrite ? serve(asking) : Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' }));
  const service = await openService({ openUrl, notice: (code) => notices.push(code) });
  for (const id of ['a', 'b']) await service.start(request(id));
  await vi.waitFor(() => expect(notices).toEqual(['disk-denied']), patience);
  mayWrite = true;
  await vi.waitFor(() => expect(done()).toEqual(['a', 'b']), patience);
  expect(told.filter(({ state }) => state === 'failed')).toEqual([]);
});

it('leaves a server alone for as long as it asked, over a restart', async () => {
  let requests = 0;
  const openUrl: OpenUrl = async (asking) => {
    requests += 1;
    const opened = await serve(asking);
    return { ...opened, status: 503, headers: { 'retry-after': '86400' } };
  };
  const first = await openService({ openUrl });
  await first.start(request('a'));
  await vi.waitFor(async () => expect(await shown(first)).toEqual(['a waiting']), patience);
  await first.close();
  expect(await shown(await openService({ openUrl }))).toEqual(['a waiting']);
  expect(requests).toBe(1);
});

it('asks no more of a host than it may when addresses of others lead to it', async () => {
  const openUrl: OpenUrl = async (asking) => ({
    ...(await serve(asking)),
    finalUrl: 'https://cdn.example/slow',
  });
  const service = await openService({ openUrl, queueLimits: () => ({ parallel: 3, parallelPerHost: 1 }) });
  await service.start({ ...request('a'), url: 'https://tracker.example/slow.mp3' });
  const arrived = () => told.some(({ episodeId, receivedBytes }) => episodeId === 'a' && receivedBytes > 0);
  await vi.waitFor(() => expect(arrived()).toBe(true), patience);
  await service.start({ ...request('b'), url: 'https://cdn.example/b.mp3' });
  expect(await shown(service)).toEqual(['a downloading', 'b queued']);
  await service.cancel('a');
  await vi.waitFor(() => expect(done()).toEqual(['b']), patience);
});

it('asks as the listener allows now, although the first question is still under way', async () => {
  const plain: unknown[] = [];
  const openUrl: OpenUrl = (asking) => {
    plain.push(asking.plain);
    if (asking.plain === 'follow') return serve(asking);
    return new Promise((_resolve, reject) => {
      asking.signal.addEventListener('abort', () => reject(asking.signal.reason as Error));
    });
  };
  const service = await openService({ openUrl });
  await service.start(request('a'));
  await vi.waitFor(() => expect(plain).toHaveLength(1), patience);
  await service.start(request('a'));
  await service.start({ ...request('a'), allowPlain: true });
  await vi.waitFor(() => expect(done()).toEqual(['a']), patience);
  expect(plain).toEqual(['ask', 'follow']);
});

describe('without a network', () => {
  /** The network of the system: nothing is found while it is off. */
  function network() {
    const state = { isOnline: false, lookups: 0 };
    const openUrl: OpenUrl = (asking) => {
      if (state.isOnline) return serve(asking);
      state.lookups += 1;
      return Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    };
    return { state, openUrl, isOnline: () => state.isOnline };
  }

  it('waits as a whole for as long as it takes, and goes on by itself', async () => {
    const notices: string[] = [];
    const { state, ...off } = network();
    const service = await openService({ ...off, notice: (code) => notices.push(code) });
    const ids = ['a', 'b', 'c'];
    for (const id of ids) await service.start(request(id));
    await vi.waitFor(() => expect(service.queueState().held).toBe('network-offline'), patience);
    expect(await shown(service)).toEqual(['a paused', 'b queued', 'c queued']);
    state.isOnline = true;
    await vi.waitFor(() => expect(done()).toEqual(ids), patience);
    expect(notices).toEqual([]);
    expect(told.filter((snapshot) => snapshot.state === 'failed')).toEqual([]);
  });

  it('tries all the same where the system sees no network for long, and needs none for what is near', async () => {
    const service = await openService({ isOnline: () => false, openUrl: failsOnce() });
    await service.start(request('a'));
    await vi.waitFor(() => expect(service.queueState().held).toBe('network-offline'), patience);
    await vi.waitFor(() => expect(done()).toEqual(['a']), patience);

    const near = { ...request('b'), url: 'http://127.0.0.1:8000/b.mp3' };
    const held: unknown[] = [];
    const other = await openService({
      isOnline: () => false,
      openUrl: failsOnce(),
      announceQueue: (state) => held.push(state.held),
    });
    await other.start(near);
    await vi.waitFor(() => expect(done()).toEqual(['a', 'b']), patience);
    expect(held).toEqual([]);
  });

  /** A server that cannot be reached the first time. */
  function failsOnce(): OpenUrl {
    let isFirst = true;
    return (asking) => {
      if (!isFirst) return serve(asking);
      isFirst = false;
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    };
  }

  it('looks at once when the computer wakes', async () => {
    const { state, ...off } = network();
    const service = await openService({ ...off, roomEveryMs: 3_600_000 });
    await service.start(request('a'));
    await vi.waitFor(() => expect(service.queueState().held).toBe('network-offline'), patience);
    state.isOnline = true;
    service.lookAtClock();
    await vi.waitFor(() => expect(done()).toEqual(['a']), patience);
  });

  it('asks for a name again and again where the system knows of no network, as on some Linux', async () => {
    const { state, openUrl } = network();
    const nameless: OpenUrl = (asking) =>
      openUrl(asking).catch(() => Promise.reject(Object.assign(new Error('later'), { code: 'EAI_AGAIN' })));
    const service = await openService({ openUrl: nameless });
    await service.start(request('a'));
    await vi.waitFor(() => expect(state.lookups).toBeGreaterThan(12), patience);
    expect(await shown(service)).not.toContain('a failed');
    state.isOnline = true;
    await vi.waitFor(() => expect(done()).toEqual(['a']), patience);
  });
});
