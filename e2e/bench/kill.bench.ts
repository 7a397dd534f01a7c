import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { benchApp } from './bench-app.ts';

/**
 * The app is killed again and again at random moments of three downloads, and started again over the same data. One of them is
 * listened to meanwhile, at another place each time. At the end every file must be there, once, and equal to its source byte
 * for byte, and nothing that a kill left behind is still there.
 */
const kills = Number(process.env.EARMARK_ROUNDS ?? 100);
const names = ['one', 'two', 'three'];
/** So slow that the files are not here before the last kill: a run of the app lasts about four seconds. */
const bytesPerSecond = Math.round(5_000_000 / kills);
const sources = new Map(
  names.map((name) => [`/${name}.mp3`, Buffer.concat([Buffer.from('ID3'), randomBytes(20_000_000)])]),
);
type Desktop = {
  desktop: { invoke(channel: string, args: unknown): Promise<{ value?: unknown }> };
};

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-kill-'));
let speed = bytesPerSecond;
/** A slow, honest server: strong tag, ranges, a piece every twentieth of a second. */
const server = createServer((request, response) => {
  const body = sources.get(request.url ?? '') ?? Buffer.alloc(0);
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const range = from > 0 ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {};
  const length = { 'content-length': body.length - from, etag: '"1"' };
  response.writeHead(from > 0 ? 206 : 200, { ...length, ...range });
  let at = from;
  const timer = setInterval(() => {
    response.write(body.subarray(at, at + speed / 20));
    at += speed / 20;
    if (at >= body.length) response.end();
    if (at >= body.length) clearInterval(timer);
  }, 50);
  response.on('close', () => clearInterval(timer));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const app = benchApp(path.join(folder, 'data'));

try {
  for (let kill = 0; kill < kills; kill += 1) {
    await app.start();
    if (kill === 0) await Promise.all(names.map(startDownload));
    await listen(names[kill % names.length]!);
    await wait(Math.random() * 1500);
    await app.kill();
  }
  speed = 50_000_000;
  await app.start();
  const seconds = await untilAllDone();
  const report = { kills, seconds, ...(await compare()) };
  console.table([report]);
  await mkdir('bench-output', { recursive: true });
  await writeFile('bench-output/kill.json', `${JSON.stringify(report, null, 2)}\n`);
  const isRight = report.whole === names.length && report.files === names.length && report.left === '';
  if (!isRight) process.exitCode = 1;
} finally {
  await app.dispose();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Asks for a place of an episode on its way, as the media element does after a jump. */
async function listen(name: string): Promise<void> {
  const prepared = await app.page.evaluate(
    (asked) => (globalThis as unknown as Desktop).desktop.invoke('media:prepare', asked),
    { episodeId: name, url: `${origin}/${name}.mp3`, type: 'audio/mpeg', feedUrl: origin },
  );
  const from = Math.floor(Math.random() * 20_000_000);
  await app.electron!.evaluate(
    ({ net }, asked) => {
      void net
        .fetch(asked.url, { headers: { range: `bytes=${asked.from}-` } })
        .then((answer) => answer.arrayBuffer())
        .catch(() => undefined);
    },
    { url: (prepared.value as { address: string }).address, from },
  );
}

async function startDownload(name: string): Promise<void> {
  const request = {
    episodeId: name,
    url: `${origin}/${name}.mp3`,
    podcastTitle: 'Show',
    episodeTitle: 'All of one name',
    type: 'audio/mpeg',
    feedUrl: origin,
  };
  await app.page.evaluate(
    (asked) => (globalThis as unknown as Desktop).desktop.invoke('download:start', asked),
    request,
  );
}

async function untilAllDone(): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < 120_000) {
    const list = await app.page.evaluate(() =>
      (globalThis as unknown as Desktop).desktop.invoke('download:list', {}),
    );
    const states = list.value as { state: string }[] | undefined;
    if (states?.filter(({ state }) => state === 'done').length === names.length) break;
    await wait(200);
  }
  return Math.round((performance.now() - started) / 100) / 10;
}

/** How many files there are, how many sources have one that equals them, and what else lies about. */
async function compare(): Promise<{ files: number; whole: number; left: string }> {
  const downloads = path.join(folder, 'data', 'Downloads');
  const shown = await readdir(path.join(downloads, 'Show')).catch(() => []);
  const audio = shown.filter((name) => name.endsWith('.mp3'));
  const sums = new Set(
    await Promise.all(audio.map(async (name) => sha(await readFile(path.join(downloads, 'Show', name))))),
  );
  const whole = [...sources.values()].filter((source) => sums.has(sha(source))).length;
  const work = await readdir(path.join(downloads, '.earmark'));
  const half = (await readdir(path.join(folder, 'data'), { recursive: true })).filter(isHalf);
  const left = [...work.filter((name) => name !== 'ledger.jsonl'), ...half];
  return { files: audio.length, whole, left: left.join(' ') };
}

/** Names under which nothing lies but while it is being written. */
function isHalf(name: string): boolean {
  return /\.(?:tmp|part|copy)$/.test(name);
}

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
