import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, readFile, readdir, readlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Electron from 'electron';
import { expect, type Page } from '@playwright/test';
import { mp3Frames } from '../../core/audio/made-audio.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import type { PodcastServer } from '../fixtures/podcast-server.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode, player } from '../fixtures/screens.ts';
import { benchApp } from './bench-app.ts';
import { currentSource, pageRestMs, timePlay, watchPlaying } from './play/time-play.ts';

/**
 * How long a click on Play takes, of a downloaded file of 1 GB (17 hours) and of a usual one: from the click to the media
 * element's `playing`. Once where the app has just been started and the episode is the one left in the player, once where
 * another one plays and the page of the episode is open. Then the first byte of a seek in the large file, as a client of
 * `media:` receives it, and the files that are open afterwards. EARMARK_ROUNDS sets how often the app is started (11).
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 11);
const seeks = 1000;
/** Medians, ms. */
const most = { play: 100, seek: 50 } as const;
const reportFile = 'bench-output/local-play.json';
/** Nobody clicks in the seconds in which a window appears. */
const startRestMs = 3000;

interface Episode {
  readonly title: string;
  readonly id: string;
  readonly bytes: number;
}

const large: Episode = { title: 'Large', id: 'large', bytes: 2 ** 30 };
const usual: Episode = { title: 'Usual', id: 'usual', bytes: 60 * 2 ** 20 };

type Figures = Record<string, number[]>;

const folder = mkdtempSync(path.join(tmpdir(), 'earmark-local-play-'));
const server = await startPodcastServer();
const app = benchApp(path.join(folder, 'data'));
try {
  await prepare();
  const figures: Figures = {};
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [large, usual] : [usual, large];
    await measureRound(figures, first, second);
  }
  await measureSeeks(figures);
  await report(figures);
} finally {
  await app.dispose();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Both episodes downloaded, the large one left in the player. */
async function prepare(): Promise<void> {
  for (const episode of [large, usual]) await serve(server, episode);
  const episodes = [large, usual].map(({ title, id }) => ({
    title,
    guid: id,
    audio: `${server.origin}/${id}.mp3`,
  }));
  server.text('/feed.xml', makeFeed({ title: 'Silence', episodes }));
  const page = await app.start();
  await addShow(page, `${server.origin}/feed.xml`);
  for (const { title } of [usual, large]) {
    await openPage(page, title);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Download', exact: true }).first().click();
    await expect(main.getByRole('button', { name: /^Downloaded|Delete download/ }).first()).toBeVisible({
      timeout: 60_000,
    });
  }
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await app.quit();
}

/** A file of equal frames, as long as wanted, sent piece by piece: a gigabyte is not held in memory. */
async function serve(to: PodcastServer, { id, bytes }: Episode): Promise<void> {
  const file = path.join(folder, `${id}.mp3`);
  const piece = mp3Frames(10_000);
  const out = await open(file, 'w');
  for (let written = 0; written < bytes; written += piece.length) await out.write(piece);
  await out.close();
  to.raw(`/${id}.mp3`, (_, response) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': statSync(file).size });
    createReadStream(file).pipe(response);
  });
}

async function openPage(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Shows' }).first().click();
  await page.getByRole('link', { name: 'Silence' }).first().click();
  await openEpisode(page, title);
}

async function measureRound(figures: Figures, first: Episode, second: Episode): Promise<void> {
  const page = await app.start();
  await watchPlaying(page);
  await page.waitForTimeout(startRestMs);
  note(figures, `${first.id}, in the player after a start`, await timePlay(page, player(page)));
  await openPage(page, second.title);
  await page.waitForTimeout(pageRestMs);
  note(figures, `${second.id}, its page open`, await timePlay(page, page.getByRole('main')));
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await app.quit();
}

/** Jumps all over the large file as a listener does, then asks for what lies there as the media element does. */
async function measureSeeks(figures: Figures): Promise<void> {
  const page = await app.start();
  await watchPlaying(page);
  await openPage(page, large.title);
  await timePlay(page, page.getByRole('main'));
  const url = await currentSource(page);
  await player(page).getByRole('button', { name: 'Pause' }).click();
  figures['seek to seeked'] = await page.evaluate(jump, seeks);
  await page.waitForTimeout(pageRestMs);
  const left = await openAudioFiles();
  if (left > 1) throw new Error(`${left} audio files are open after ${seeks} seeks`);
  figures['first byte of a seek'] = await app.electron!.evaluate(firstBytes, {
    url,
    seeks,
    bytes: large.bytes,
  });
}

/** Runs in the page: ms from each jump to where the element stands there. */
async function jump(times: number): Promise<number[]> {
  const { element } = globalThis as typeof globalThis & { element?: HTMLMediaElement };
  if (!element) throw new Error('nothing plays');
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const seeked = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
    const start = performance.now();
    element.currentTime = (((at * 7919) % times) / times) * element.duration;
    await seeked;
    took.push(performance.now() - start);
  }
  return took;
}

/** Runs in the main process: ms from each request to its first bytes. */
async function firstBytes(
  { net }: Pick<typeof Electron, 'net'>,
  asked: { url: string; seeks: number; bytes: number },
): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < asked.seeks; at += 1) {
    const from = Math.floor(((at * 7919) % asked.seeks) * (asked.bytes / asked.seeks));
    const start = performance.now();
    const response = await net.fetch(asked.url, { headers: { range: `bytes=${from}-${from + 65_535}` } });
    const reader = response.body!.getReader();
    await reader.read();
    took.push(performance.now() - start);
    while (!(await reader.read()).done);
  }
  return took;
}

async function openAudioFiles(): Promise<number> {
  const descriptors = await readdir(`/proc/${app.pid}/fd`);
  const files = await Promise.all(
    descriptors.map((name) => readlink(`/proc/${app.pid}/fd/${name}`).catch(() => '')),
  );
  return files.filter((file) => file.endsWith('.mp3')).length;
}

function note(figures: Figures, what: string, ms: number): void {
  (figures[what] ??= []).push(ms);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]! * 10) / 10;
}

/** Each run is added to those before it. */
async function report(figures: Figures): Promise<void> {
  const rows = Object.entries(figures).map(([what, ms]) => ({
    what,
    times: ms.length,
    medianMs: quantile(ms, 0.5),
    p95Ms: quantile(ms, 0.95),
    worstMs: quantile(ms, 1),
    mostMs: what.includes('seek') ? most.seek : most.play,
  }));
  console.table(rows);
  await mkdir(path.dirname(reportFile), { recursive: true });
  const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
  const run = { at: new Date().toISOString(), rounds, rows };
  await writeFile(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
  if (rows.some(({ medianMs, mostMs }) => medianMs > mostMs)) process.exitCode = 1;
}
