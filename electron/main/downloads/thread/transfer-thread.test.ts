import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../../core/app-error.ts';
import { AppFailure } from '../../app-failure.ts';
import type { FindRoutes } from '../../network/find-routes.ts';
import type { RunTransfer } from '../bring-part.ts';
import { PartFile } from '../part-file.ts';
import { RateLimit } from '../rate-limit.ts';
import { realTimer } from '../real-timer.ts';
import type { Transfer } from '../transfer.ts';
import { askForRoutes } from './route-questions.ts';
import { serveTransfers } from './serve-transfers.ts';
import { TransferThread } from './transfer-thread.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder: string;
let ports: MessagePort[];
let started: number;
let ask: FindRoutes;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-thread-'));
  mkdirSync(path.join(folder, '.earmark'));
  [ports, started] = [[], 0];
});
afterEach(() => {
  for (const port of ports) port.close();
  rmSync(folder, { recursive: true });
});

/** Both ends over a real channel; `run` stands in for the transfer itself. */
function threadThat(run: RunTransfer): TransferThread {
  const start = () => {
    started += 1;
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    ask = askForRoutes(port2);
    serveTransfers(port2, run, new RateLimit({ now: () => 0, after: realTimer }));
    return Object.assign(port1, { on: port1.on.bind(port1) as never });
  };
  const findRoutes = (url: string) => Promise.resolve(url.endsWith('/direct') ? (['direct'] as const) : []);
  return new TransferThread({ start, findRoutes, log: silent });
}

function task(more: Partial<Transfer> = {}): Transfer {
  const url = 'https://host.example/a.mp3';
  const request = { episodeId: 'e1', url, podcastTitle: '', episodeTitle: '', type: '', feedUrl: url };
  return {
    part: new PartFile(folder, { version: 1, addedAt: 1, offset: 0, request }),
    signal: new AbortController().signal,
    onBegin: () => undefined,
    onProgress: () => undefined,
    onRefusal: () => undefined,
    ...more,
  };
}

describe('TransferThread', () => {
  it('writes nothing before the main thread knows that the part begins anew', async () => {
    const order: string[] = [];
    const thread = threadThat(async ({ part, onBegin }) => {
      await part.save({ etag: '"1"', expectedTotal: 9 });
      await onBegin([]);
      order.push('written');
      await part.save({ offset: 9 });
      return 9;
    });
    const asked = task({ onBegin: async () => void (await Promise.resolve(), order.push('known')) });
    expect(await thread.run(asked)).toBe(9);
    expect(order).toEqual(['known', 'written']);
    expect(asked.part.journal).toMatchObject({ etag: '"1"', expectedTotal: 9, offset: 9 });
  });

  it('tells the progress, the last of it before the end', async () => {
    const heard: unknown[] = [];
    const thread = threadThat(async ({ part, onProgress }) => {
      onProgress({ ranges: [[0, 1]], position: 1, totalBytes: 3 });
      onProgress({ ranges: [[0, 2]], position: 2, totalBytes: 3 });
      await part.save({ offset: 3, expectedTotal: 3 });
      return 3;
    });
    await thread.run(task({ onProgress: (progress) => heard.push(progress) }));
    expect(heard.at(0)).toEqual({ ranges: [[0, 1]], position: 1, totalBytes: 3 });
    expect(heard.at(-1)).toEqual({ ranges: [[0, 3]], position: 3, totalBytes: 3 });
  });

  it('passes on where somebody waits, and that the server gives no place out of turn', async () => {
    let refused = 0;
    const thread = threadThat(async ({ part, onRefusal }) => {
      const wished = await new Promise<number>((resolve) => part.growth.onWish(resolve));
      onRefusal();
      return wished;
    });
    const asked = task({ onRefusal: () => (refused += 1) });
    const brought = thread.run(asked);
    asked.part.growth.wish(70_000);
    expect(await brought).toBe(70_000);
    expect(refused).toBe(1);
  });

  it('passes on a failure by its code, and the cancellation of one transfer only', async () => {
    const thread = threadThat(async ({ part, signal }) => {
      if (part.journal.addedAt === 2) throw new AppFailure(appError('disk-full'));
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new Error('ended by the signal');
    });
    const controller = new AbortController();
    const cancelled = thread.run(task({ signal: controller.signal }));
    const failing = task();
    failing.part.journal = { ...failing.part.journal, addedAt: 2 };
    await expect(thread.run(failing)).rejects.toMatchObject({ error: { code: 'disk-full' } });
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(started).toBe(1);
  });

  it('learns the ways to an address from the main thread', async () => {
    const thread = threadThat(async () => {
      const answers = await Promise.all([ask('http://a.example/direct'), ask('http://a.example/')]);
      return answers.map((routes) => routes.length).indexOf(1);
    });
    expect(await thread.run(task())).toBe(0);
  });

  it('fails what ran when the thread dies, and starts another for the next', async () => {
    let dies = true;
    const thread = threadThat(() => (dies ? new Promise(() => undefined) : Promise.resolve(7)));
    const lost = thread.run(task());
    ports[0]?.emit('exit', 1);
    await expect(lost).rejects.toMatchObject({ error: { code: 'unexpected' } });
    dies = false;
    expect(await thread.run(task())).toBe(7);
    expect(started).toBe(2);
  });
});
