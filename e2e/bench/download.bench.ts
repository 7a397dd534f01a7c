import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { benchApp } from './bench-app.ts';
import { cpuSeconds, processTree, residentMemory } from './download/process-figures.ts';
import { serveBytes } from './download/serve-bytes.ts';

/**
 * One large file over loopback: the built app, against `curl -o` and against `curl -o` with the file flushed to the disk
 * afterwards, which Earmark always does. Runs take turns; medians. Then three at once, and how long the window and the main
 * process take to answer meanwhile.
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 5);
const bytes = Number(process.env.EARMARK_MEGABYTES ?? 1024) * 1024 * 1024;

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  /** How much the main process held more than before, MiB. */
  readonly memory?: number;
}
type Desktop = {
  desktop: {
    invoke(channel: string, args: unknown): Promise<unknown>;
    on(channel: string, listener: (told: { episodeId: string; state: string }) => void): () => void;
  };
};

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-download-'));
const server = await serveBytes(folder, bytes);
const app = benchApp(path.join(folder, 'data'));

try {
  await app.start();
  const runs: Record<'earmark' | 'curl' | 'curl, flushed', Run[]> = {
    earmark: [],
    curl: [],
    'curl, flushed': [],
  };
  for (let round = 0; round < rounds; round += 1) {
    runs.curl.push(curl(false));
    runs.earmark.push(await earmark(`round-${round}`));
    runs['curl, flushed'].push(curl(true));
  }
  await report(runs, await threeAtOnce());
} finally {
  await app.dispose();
  server.process.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The time is the whole command's; the processor's is what the shell says of its children. */
function curl(flushed: boolean): Run {
  const file = path.join(folder, 'curl.mp3');
  const flush = flushed ? ` && sync '${file}'` : '';
  const start = performance.now();
  const times = execFileSync('sh', ['-c', `curl -s -o '${file}' ${server.origin}/a.mp3${flush}; times`], {
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  execFileSync('sh', ['-c', `rm '${file}'; sync '${folder}'`]);
  return { seconds, cpu: childSeconds(times) };
}

/** The second line of `times`: user and system time of all children, as `0m0.123s 0m0.456s`. */
function childSeconds(times: string): number {
  const [, line = ''] = times.trim().split('\n');
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function requestOf(episodeId: string, origin = server.origin) {
  return {
    episodeId,
    url: `${origin}/${episodeId}.mp3`,
    podcastTitle: 'Show',
    episodeTitle: episodeId,
    type: 'audio/mpeg',
    feedUrl: server.origin,
  };
}

/** The slowest of all answers while three files of two hosts arrive: to a question to the main process, then a frame drawn (ms). */
function threeAtOnce(): Promise<{ seconds: number; answers: number; slowestMs: number }> {
  const other = server.origin.replace('127.0.0.1', 'localhost');
  const requests = [requestOf('three-1'), requestOf('three-2'), requestOf('three-3', other)];
  return app.page.evaluate(async (asked) => {
    const { desktop } = globalThis as unknown as Desktop;
    const missing = new Set(asked.map(({ episodeId }) => episodeId));
    desktop.on('download:changed', ({ episodeId, state }) => {
      if (state === 'done') missing.delete(episodeId);
    });
    const started = performance.now();
    for (const one of asked) await desktop.invoke('download:start', one);
    let [answers, slowestMs] = [0, 0];
    while (missing.size > 0) {
      const before = performance.now();
      await desktop.invoke('settings:read', {});
      await new Promise((resolve) => requestAnimationFrame(resolve));
      slowestMs = Math.max(slowestMs, performance.now() - before);
      answers += 1;
    }
    return { seconds: (performance.now() - started) / 1000, answers, slowestMs: Math.round(slowestMs) };
  }, requests);
}

async function earmark(episodeId: string): Promise<Run> {
  const request = requestOf(episodeId);
  const before = processTree(app.pid).map((pid) => [pid, cpuSeconds(pid)] as const);
  const memoryBefore = residentMemory(app.pid);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentMemory(app.pid))), 20);
  const seconds = await app.page.evaluate(async (asked) => {
    const { desktop } = globalThis as unknown as Desktop;
    const started = performance.now();
    const done = new Promise<void>((resolve, reject) => {
      desktop.on('download:changed', ({ episodeId: told, state }) => {
        if (told !== asked.episodeId) return;
        if (state === 'done') resolve();
        if (state !== 'done' && /failed|waiting|paused/.test(state)) reject(new Error(state));
      });
    });
    await desktop.invoke('download:start', asked);
    await done;
    return (performance.now() - started) / 1000;
  }, request);
  clearInterval(watch);
  // A process of Chromium that did nothing any more may have ended meanwhile.
  const alive = new Set(processTree(app.pid));
  const cpu = before
    .filter(([pid]) => alive.has(pid))
    .reduce((sum, [pid, then]) => sum + cpuSeconds(pid) - then, 0);
  await app.page.evaluate(
    (id) => (globalThis as unknown as Desktop).desktop.invoke('download:remove', { episodeId: id }),
    episodeId,
  );
  return { seconds, cpu, memory: peak - memoryBefore };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function report(
  runs: Readonly<Record<string, Run[]>>,
  three: Awaited<ReturnType<typeof threeAtOnce>>,
): Promise<void> {
  const rows = Object.entries(runs).map(([name, all]) => ({
    name,
    seconds: median(all.map((run) => run.seconds)),
    cpu: median(all.map((run) => run.cpu)),
    memory: median(all.map((run) => run.memory ?? 0)),
  }));
  const ours = rows[0]!;
  const table = rows.map(({ name, seconds, cpu, memory }) => ({
    name,
    'MiB/s': Math.round(bytes / 1024 / 1024 / seconds),
    s: Number(seconds.toFixed(2)),
    'cpu s': Number(cpu.toFixed(2)),
    'more memory, MiB': Math.round(memory),
    'Earmark takes, times': Number((ours.seconds / seconds).toFixed(2)),
    'cpu, times': Number((ours.cpu / cpu).toFixed(2)),
  }));
  console.table(table);
  console.table([
    { 'three at once, s': Number(three.seconds.toFixed(2)), 'slowest answer, ms': three.slowestMs },
  ]);
  await mkdir('bench-output', { recursive: true });
  await writeFile(
    'bench-output/download.json',
    `${JSON.stringify({ bytes, rounds, table, three, runs }, null, 2)}\n`,
  );
}
