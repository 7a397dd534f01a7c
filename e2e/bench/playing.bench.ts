import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { launchCommand } from '../fixtures/launch-command.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startNullSink } from '../fixtures/null-sink.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import type { Run } from '../fixtures/run-electron.ts';
import { runElectron } from '../fixtures/run-electron.ts';
import { addShow, downloadOpenEpisode, openEpisode, player } from '../fixtures/screens.ts';
import { benchApp } from './bench-app.ts';
import { cpuSeconds, processTree } from './download/process-figures.ts';
import { longWords, makeLongVoice } from './long-voice.ts';

/**
 * What playing costs with the reader open and a mark on each word as it is said: processor time of all processes of Earmark,
 * against a bare audio element that plays the same file in an empty window of the same runtime. A machine is now quick, now slow: each
 * window of Earmark's is compared with one of the bare element's right before it; the ratio is the median of those of the pairs.
 * The bare element has no effects to compare with, so that their ratios are told but not judged. Needs Linux, ffmpeg and PulseAudio.
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 5);
const windowMs = Number(process.env.EARMARK_BENCH_WINDOW_MS ?? 10_000);
/** What starting to play costs is not what playing costs. */
const settleMs = 2_000;
const episodeSeconds = 600;
const mostRatio = 1.5;
const reportFile = 'bench-output/playing.json';
const title = 'A long voice';

/** Switches of the player's panel that are on. */
const effects = { none: [], 'levelled voices': ['Level voices'], 'skipped silence': ['Skip silence'] };
type Effect = keyof typeof effects;

/** Shares of one processor, in windows one after the other. */
interface Pair {
  readonly barePercent: number;
  readonly percent: number;
}

const allEffects = Object.keys(effects) as Effect[];

const bareMain = `const { app, BrowserWindow } = require('electron');
const webPreferences = { sandbox: true, autoplayPolicy: 'no-user-gesture-required' };
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800, webPreferences }).loadFile('index.html'));`;
const barePage =
  '<!doctype html><html><title>Bare</title><audio src="episode.mp3" preload="auto"></audio></html>';

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-playing-'));
const inFolder = (name: string): string => path.join(folder, name);
const audioFile = inFolder('bare/episode.mp3');
const sink = await startNullSink();
const server = await startPodcastServer();
const app = benchApp(inFolder('data'), sink.environment);
let bare: Run | null = null;

try {
  await mkdir(inFolder('bare'));
  makeLongVoice(audioFile, episodeSeconds);
  bare = await startBare();
  await prepare(await app.start());
  const load: number[] = [];
  const pairs: Record<Effect, Pair[]> = { none: [], 'levelled voices': [], 'skipped silence': [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const effect of allEffects) {
      const barePercent = await measureBare(bare);
      pairs[effect].push({ barePercent, percent: await measureEarmark(app, effect) });
    }
    load.push(loadavg()[0]!);
  }
  await report(pairs, load);
} finally {
  await bare?.kill();
  await app.dispose();
  await server.stop();
  await sink.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function startBare(): Promise<Run> {
  await writeFile(inFolder('bare/package.json'), '{ "name": "bare", "main": "index.cjs" }');
  await writeFile(inFolder('bare/index.cjs'), bareMain);
  await writeFile(inFolder('bare/index.html'), barePage);
  const { executable, args } = launchCommand('built');
  const ours = [...args.slice(0, -1), inFolder('bare'), `--user-data-dir=${inFolder('bare-data')}`];
  return runElectron('built', { executable, args: ours, environment: sink.environment });
}

/** The episode downloaded, its sound analysed, its reader open. */
async function prepare(page: Page): Promise<void> {
  server.bytes('/long.mp3', await readFile(audioFile), 'audio/mpeg');
  server.text('/long.vtt', longWords(episodeSeconds), { type: 'text/vtt' });
  const transcript = { url: `${server.origin}/long.vtt`, type: 'text/vtt' };
  const episode = { title, guid: 'long', audio: `${server.origin}/long.mp3`, transcript };
  server.text('/feed.xml', makeFeed({ title: 'Voices', episodes: [episode] }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  await page.getByRole('article', { name: 'Transcript' }).getByText('газеты').first().waitFor();
  await play(page);
  await setEffects(page, ['Skip silence']);
  await player(page).getByRole('button', { name: 'Speed' }).click();
  await page.getByText(/s saved in this episode/).waitFor({ timeout: 300_000 });
  await page.keyboard.press('Escape');
  await pause(page);
}

async function setEffects(page: Page, wanted: readonly string[]): Promise<void> {
  await player(page).getByRole('button', { name: 'Speed' }).click();
  for (const name of Object.values(effects).flat()) {
    const control = page.getByRole('switch', { name });
    if ((await control.isChecked()) === wanted.includes(name)) continue;
    await control.click();
    await expect(control).toBeChecked({ checked: wanted.includes(name) });
  }
  await page.keyboard.press('Escape');
}

async function play(page: Page): Promise<void> {
  await player(page).or(page.getByRole('main')).getByRole('button', { name: 'Play' }).first().click();
  await player(page).getByRole('button', { name: 'Pause' }).waitFor();
}

async function pause(page: Page): Promise<void> {
  await player(page).getByRole('button', { name: 'Pause' }).click();
}

async function measureEarmark({ page, pid }: EarmarkApp, effect: Effect): Promise<number> {
  await setEffects(page, effects[effect]);
  await player(page).getByRole('slider', { name: 'Position' }).press('Home');
  await play(page);
  const used = await cpuOfWindow(pid);
  await pause(page);
  return used;
}

async function measureBare({ page, process: { pid } }: Run): Promise<number> {
  await page.evaluate(() => document.querySelector('audio')?.play());
  const used = await cpuOfWindow(pid!);
  await page.evaluate(() => document.querySelector('audio')?.pause());
  return used;
}

/** Share of one processor that an app takes while it plays, percent. */
async function cpuOfWindow(pid: number): Promise<number> {
  await wait(settleMs);
  const processes = processTree(pid);
  const sum = (): number => processes.reduce((total, each) => total + cpuSeconds(each), 0);
  const [before, startedAt] = [sum(), performance.now()];
  await wait(windowMs);
  return ((sum() - before) * 100_000) / (performance.now() - startedAt);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** Each run is added to those before it. */
async function report(pairs: Record<Effect, Pair[]>, load: readonly number[]): Promise<void> {
  const rows = allEffects.map((effect) => ({
    effects: effect,
    percent: median(pairs[effect].map(({ percent }) => percent)),
    barePercent: median(pairs[effect].map(({ barePercent }) => barePercent)),
    ratio: median(pairs[effect].map(({ percent, barePercent }) => percent / barePercent)),
  }));
  console.table(rows);
  console.log(
    `Median of ${rounds} windows of ${windowMs} ms; without effects the ratio may be ${mostRatio}.`,
  );
  const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
  const run = { at: new Date().toISOString(), rounds, windowMs, load: median(load), pairs, rows };
  await mkdir(path.dirname(reportFile), { recursive: true });
  await writeFile(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
  if (rows.some(({ effects: on, ratio }) => on === 'none' && ratio > mostRatio)) process.exitCode = 1;
}
