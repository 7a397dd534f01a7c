import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import type { NullSink } from '../fixtures/null-sink.ts';
import { recordedRate, soundServerInstalled, startNullSink } from '../fixtures/null-sink.ts';
import type { PodcastServer } from '../fixtures/podcast-server.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, player } from '../fixtures/screens.ts';
import { benchApp } from './bench-app.ts';
import type { Click } from './seek/click-through.ts';
import { catchElement, click, holdElement, listen } from './seek/click-through.ts';
import { longestHole } from './seek/heard-time.ts';
import type { Stretch, ToneFormat } from './seek/tone-formats.ts';
import { toneFormats } from './seek/tone-formats.ts';

/**
 * How far a click on a moment of a downloaded episode lands from it, in every format, measured by the sound that the app
 * itself plays. Needs ffmpeg and PulseAudio. EARMARK_BENCH_CLICKS sets how many clicks (200; about 1 s each),
 * EARMARK_BENCH_SECONDS how long the files are (3600), EARMARK_BENCH_FORMATS which (all; ids with commas).
 */
const clicks = Number(process.env.EARMARK_BENCH_CLICKS ?? 200);
const seconds = Number(process.env.EARMARK_BENCH_SECONDS ?? 3600);
const wanted = process.env.EARMARK_BENCH_FORMATS?.split(',');
const reportFile = 'bench-output/seek.json';
const limitMs = 50;

interface Row {
  readonly format: string;
  readonly saysExact: boolean;
  readonly reportedSeconds: number;
  readonly heard: string;
  /** Clicks made again because the machine was too busy to play without a hole. */
  readonly repeated: number;
  readonly medianErrorMs: number;
  readonly p95ErrorMs: number;
  readonly worstErrorMs: number;
  readonly over50Ms: number;
  readonly medianSeekMs: number;
  readonly worstSeekMs: number;
  /** The longest silence heard while playing through any seam; null where there is none. */
  readonly seamGapMs: number | null;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN) * 10) / 10;
}

function createRandom(): () => number {
  let seed = 7;
  return () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** The second of the test sound that stands at `fileSeconds`. */
function soundAt(stretches: readonly Stretch[], fileSeconds: number): number {
  const stretch = stretches.findLast(({ fileStart }) => fileStart <= fileSeconds);
  return stretch ? fileSeconds - stretch.fileStart + stretch.soundStart : fileSeconds;
}

interface Bench {
  readonly app: EarmarkApp;
  readonly sink: NullSink;
}

async function playEpisode({ page }: EarmarkApp, name: string): Promise<number> {
  await page.getByRole('navigation').getByRole('link', { name: 'Shows' }).first().click();
  await page.getByRole('link', { name: 'Tones' }).first().click();
  await openEpisode(page, name);
  await downloadOpenEpisode(page);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await player(page).getByRole('button', { name: 'Pause' }).waitFor();
  return holdElement(page);
}

async function measureFormat(
  { app, sink }: Bench,
  { name }: ToneFormat,
  stretches: readonly Stretch[],
): Promise<Row> {
  const reported = await playEpisode(app, name);
  const recording = await sink.record();
  const listening = { page: app.page, recording };
  const random = createRandom();
  const made: Click[] = [];
  for (let at = 0; at < clicks; at++) {
    made.push(await click(listening, random() * Math.min(reported - 1, seconds - 1)));
  }
  const gaps: number[] = [];
  for (const { fileStart } of stretches.slice(1)) {
    const { heard } = await listen(listening, fileStart - 1.5, 3000);
    gaps.push(longestHole(heard, recordedRate) * 1000);
  }
  await recording.stop();
  const errors = made.flatMap(({ askedSeconds, heardSeconds }) =>
    heardSeconds === null ? [] : [Math.abs(heardSeconds - soundAt(stretches, askedSeconds)) * 1000],
  );
  const seeks = made.map(({ seekMs }) => seekMs);
  return {
    format: name,
    saysExact: (await app.page.getByText(/approximate/i).count()) === 0,
    reportedSeconds: Math.round(reported * 1000) / 1000,
    heard: `${errors.length} of ${made.length}`,
    repeated: made.reduce((sum, { repeated }) => sum + repeated, 0),
    medianErrorMs: quantile(errors, 0.5),
    p95ErrorMs: quantile(errors, 0.95),
    worstErrorMs: quantile(errors, 1),
    over50Ms: errors.filter((error) => error > limitMs).length,
    medianSeekMs: quantile(seeks, 0.5),
    worstSeekMs: quantile(seeks, 1),
    seamGapMs: gaps.length > 0 ? Math.round(Math.max(...gaps)) : null,
  };
}

async function serveFormats(
  folder: string,
  server: PodcastServer,
  formats: readonly ToneFormat[],
): Promise<Map<string, readonly Stretch[]>> {
  const stretches = new Map<string, readonly Stretch[]>();
  for (const { id, extension, type, make } of formats) {
    const file = path.join(folder, `${id}.${extension}`);
    stretches.set(id, await make(file, seconds));
    server.raw(`/${id}.${extension}`, (_, response) => {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
    });
  }
  const episodes = formats.map(({ id, name, extension }) => ({
    title: name,
    guid: id,
    audio: `${server.origin}/${id}.${extension}`,
  }));
  server.text('/feed.xml', makeFeed({ title: 'Tones', episodes }));
  return stretches;
}

async function measure(folder: string): Promise<Row[]> {
  const formats = toneFormats.filter(({ id }) => wanted?.includes(id) ?? true);
  const [server, sink] = [await startPodcastServer(), await startNullSink()];
  const app = benchApp(path.join(folder, 'data'), sink.environment);
  const rows: Row[] = [];
  try {
    const stretches = await serveFormats(folder, server, formats);
    const page = await app.start();
    await catchElement(page);
    await addShow(page, `${server.origin}/feed.xml`);
    await page.getByRole('heading', { level: 1, name: 'Tones' }).waitFor();
    for (const format of formats) {
      const row = await measureFormat({ app, sink }, format, stretches.get(format.id) ?? []);
      console.log(JSON.stringify(row));
      rows.push(row);
    }
  } finally {
    await app.dispose();
    await sink.stop();
    await server.stop();
  }
  return rows;
}

function report(rows: readonly Row[]): void {
  console.table(rows);
  mkdirSync(path.dirname(reportFile), { recursive: true });
  let earlier: unknown[] = [];
  try {
    earlier = JSON.parse(readFileSync(reportFile, 'utf8')) as unknown[];
  } catch {
    // The first run starts the file.
  }
  const run = { at: new Date().toISOString(), clicks, seconds, rows };
  writeFileSync(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
  const lies = rows.filter(
    ({ saysExact, over50Ms, heard }) => saysExact && (over50Ms > 0 || !heard.startsWith(`${clicks} `)),
  );
  if (lies.length > 0 || rows.some(({ seamGapMs }) => (seamGapMs ?? 0) > limitMs)) process.exitCode = 1;
}

if (!soundServerInstalled() || spawnSync('ffmpeg', ['-version']).status !== 0) {
  console.error('This measurement listens to the app: it needs ffmpeg, pulseaudio and parec.');
  process.exit(1);
}
const folder = mkdtempSync(path.join(tmpdir(), 'earmark-seek-'));
try {
  report(await measure(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
