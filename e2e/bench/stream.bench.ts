import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { concat, mp3Frames, text } from '../../core/audio/made-audio.ts';
import { launchCommand } from '../fixtures/launch-command.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { runElectron, type Run } from '../fixtures/run-electron.ts';
import { addShow, openEpisode, player } from '../fixtures/screens.ts';
import { SlowServer } from '../fixtures/slow-server.ts';
import { benchApp } from './bench-app.ts';
import { currentSource, pageRestMs, timePlay, watchPlaying } from './play/time-play.ts';

/**
 * How long a click on Play takes of an episode that is not downloaded: from the click to the media element's `playing`,
 * against a bare audio element that gets the same address in an empty window of the same runtime. They take turns; medians.
 * The server is on loopback, so that what is measured is the way through the app; it sends a minute at once and the rest
 * after the first sound, else loopback brings the whole episode before it. An episode is played once: from then on it is
 * downloaded. EARMARK_ROUNDS sets how many are (11).
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 11);
const reportFile = 'bench-output/stream.json';
/** Half an hour at 128 kbit/s behind a tag, as most episodes begin. */
const tag = concat(text('ID3\x03\x00\x00\x00\x00\x00\x0cTIT2\x00\x00\x00\x02\x00\x00'), text('\0A'));
const episode = Buffer.from(concat(tag, mp3Frames(68_900)));
const minute = 60 * 16_000;

const bareMain = `const { app, BrowserWindow } = require('electron');
const webPreferences = { sandbox: true };
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800, webPreferences }).loadFile('index.html'));`;
const barePage =
  '<!doctype html><html><title>Bare</title><button onclick="audio.src = address; audio.play()">Play</button><audio id="audio"></audio></html>';

interface Figures {
  /** Ms of each round. */
  readonly earmark: number[];
  readonly bare: number[];
  readonly load: number[];
}

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-stream-'));
const server = await startPodcastServer();
const app = benchApp(path.join(folder, 'data'));
let bare: Run | null = null;

try {
  bare = await startBare();
  await watchPlaying(bare.page);
  await watchPlaying(await app.start());
  const figures: Figures = { earmark: [], bare: [], load: [] };
  // The first of each loads code and opens the sound device, which is no matter of streaming.
  await measureRound({ earmark: [], bare: [], load: [] }, bare.page, 0);
  for (let round = 1; round <= rounds; round += 1) await measureRound(figures, bare.page, round);
  await report(figures);
} finally {
  await bare?.kill();
  await app.dispose();
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function startBare(): Promise<Run> {
  const inBare = (name: string): string => path.join(folder, 'bare', name);
  await mkdir(inBare(''));
  await writeFile(inBare('package.json'), '{ "name": "bare", "main": "index.cjs" }');
  await writeFile(inBare('index.cjs'), bareMain);
  await writeFile(inBare('index.html'), barePage);
  const { executable, args } = launchCommand('built');
  const ours = [...args.slice(0, -1), inBare(''), `--user-data-dir=${path.join(folder, 'bare-data')}`];
  return runElectron('built', { executable, args: ours, environment: {} });
}

async function measureRound(figures: Figures, barePage: Page, round: number): Promise<void> {
  const address = `${server.origin}/${round}.mp3`;
  const slow = new SlowServer(episode);
  server.raw(`/${round}.mp3`, slow.answer);
  const turns = [
    async () => {
      slow.holdAt = minute;
      figures.bare.push(await playBare(barePage, address));
    },
    async () => {
      slow.holdAt = minute;
      figures.earmark.push(await playEarmark(app.page, address, round));
      slow.release();
      await untilDownloaded(app.page);
    },
  ];
  for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
  figures.load.push(loadavg()[0]!);
}

async function playBare(page: Page, address: string): Promise<number> {
  await page.evaluate((given) => Object.assign(globalThis, { address: given }), address);
  await page.waitForTimeout(pageRestMs);
  const ms = await timePlay(page, page.locator('body'));
  // Without an address it lets go of its connection.
  await page.evaluate(() => {
    const audio = document.querySelector('audio')!;
    audio.removeAttribute('src');
    audio.load();
  });
  return ms;
}

/** A show of one episode each, so that no list has to be scrolled. */
async function playEarmark(page: Page, audio: string, round: number): Promise<number> {
  const title = `Episode ${round}`;
  server.text(
    `/${round}.xml`,
    makeFeed({ title: `Show ${round}`, episodes: [{ title, guid: `${round}`, audio }] }),
  );
  await addShow(page, `${server.origin}/${round}.xml`);
  await openEpisode(page, title);
  await page.waitForTimeout(pageRestMs);
  const ms = await timePlay(page, page.getByRole('main'));
  if (!(await currentSource(page)).startsWith('media://stream/')) throw new Error('nothing is streamed');
  await player(page).getByRole('button', { name: 'Pause' }).click();
  return ms;
}

/** What goes on being downloaded would be measured with the next. */
async function untilDownloaded(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const done = main.getByRole('button', { name: /^Downloaded|Delete download/ }).first();
  await expect(done).toBeVisible({ timeout: 60_000 });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** Each run is added to those before it. */
async function report(figures: Figures): Promise<void> {
  const { earmark, bare: bareElement, load } = figures;
  const row = {
    earmarkMs: Math.round(median(earmark)),
    earmarkWorstMs: Math.round(Math.max(...earmark)),
    bareMs: Math.round(median(bareElement)),
    bareWorstMs: Math.round(Math.max(...bareElement)),
    ratio: Math.round((100 * median(earmark)) / median(bareElement)) / 100,
    load: median(load),
  };
  console.table([row]);
  const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
  await mkdir(path.dirname(reportFile), { recursive: true });
  const run = { at: new Date().toISOString(), rounds, ...row, figures };
  await writeFile(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
}
