import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { launchCommand } from '../fixtures/launch-command.ts';
import type { NullSink } from '../fixtures/null-sink.ts';
import { soundServerInstalled, startNullSink } from '../fixtures/null-sink.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { runElectron } from '../fixtures/run-electron.ts';
import type { Click } from './seek/click-through.ts';
import { click, load, unload } from './seek/click-through.ts';
import { makeToneFile } from './seek/make-tone-file.ts';

/**
 * How far a click on a moment of an hour-long MP3 lands from it, measured by the sound of the app itself: streamed with
 * plain ranges, where Chromium guesses, and downloaded, behind the virtual MP4. Needs ffmpeg and PulseAudio.
 * `--clicks N` or EARMARK_BENCH_CLICKS sets how many; about 1 s each, times two for each file.
 */
const clicks =
  Number(process.argv[process.argv.indexOf('--clicks') + 1] ?? NaN) ||
  Number(process.env.EARMARK_BENCH_CLICKS ?? 200);
const reportFile = 'bench-output/seek.json';
const limitMs = 50;
const seconds = 3600;

const vbr = ['-c:a', 'libmp3lame', '-q:a', '5'];
const files = [
  { id: 'vbr-xing', name: 'VBR 44.1 kHz, Xing', sampleRate: 44_100, encoder: vbr },
  {
    id: 'vbr-none',
    name: 'VBR 44.1 kHz, no Xing',
    sampleRate: 44_100,
    encoder: [...vbr, '-write_xing', '0'],
  },
  { id: 'vbr-22k', name: 'VBR 22.05 kHz, Xing', sampleRate: 22_050, encoder: vbr },
] as const;

interface Row {
  readonly file: string;
  readonly served: string;
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
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN) * 10) / 10;
}

function createRandom(): () => number {
  let seed = 7;
  return () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Calls the main process as the window does. */
async function invoke<Value>(page: Page, channel: string, args: unknown): Promise<Value> {
  const answer = await page.evaluate(
    ([name, given]) => {
      const { desktop } = window as unknown as {
        desktop: { invoke(name: string, args: unknown): Promise<unknown> };
      };
      return desktop.invoke(name, given);
    },
    [channel, args] as const,
  );
  const { ok, value, error } = answer as { ok: boolean; value: Value; error?: unknown };
  if (!ok) throw new Error(`${channel}: ${JSON.stringify(error)}`);
  return value;
}

async function download(
  page: Page,
  episode: { episodeId: string; url: string; feedUrl: string },
): Promise<void> {
  const request = { ...episode, podcastTitle: 'Tones', episodeTitle: episode.episodeId, type: 'audio/mpeg' };
  await invoke(page, 'download:start', request);
  for (;;) {
    const all = await invoke<{ episodeId: string; state: string }[]>(page, 'download:list', {});
    const state = all.find(({ episodeId }) => episodeId === episode.episodeId)?.state;
    if (state === 'done') return;
    if (state === 'failed') throw new Error(`${episode.episodeId} was not downloaded`);
    await wait(100);
  }
}

async function clickThrough(
  { page, sink }: { page: Page; sink: NullSink },
  address: string,
): Promise<{ reported: number; made: Click[] }> {
  const recording = await sink.record();
  const reported = await load(page, address);
  const random = createRandom();
  const made: Click[] = [];
  for (let at = 0; at < clicks; at++) {
    made.push(await click({ page, recording }, random() * Math.min(reported - 1, seconds - 1)));
  }
  await unload(page);
  await recording.stop();
  return { reported, made };
}

function summarise(named: { file: string; served: string }, run: { reported: number; made: Click[] }): Row {
  const errors = run.made.flatMap(({ askedSeconds, heardSeconds }) =>
    heardSeconds === null ? [] : [Math.abs(heardSeconds - askedSeconds) * 1000],
  );
  const seeks = run.made.map(({ seekMs }) => seekMs);
  return {
    ...named,
    reportedSeconds: Math.round(run.reported * 1000) / 1000,
    heard: `${errors.length} of ${run.made.length}`,
    repeated: run.made.reduce((sum, { repeated }) => sum + repeated, 0),
    medianErrorMs: quantile(errors, 0.5),
    p95ErrorMs: quantile(errors, 0.95),
    worstErrorMs: quantile(errors, 1),
    over50Ms: errors.filter((error) => error > limitMs).length,
    medianSeekMs: quantile(seeks, 0.5),
    worstSeekMs: quantile(seeks, 1),
  };
}

async function measure(folder: string): Promise<Row[]> {
  const [server, sink] = [await startPodcastServer(), await startNullSink()];
  const { executable, args } = launchCommand('built');
  const app = await runElectron('built', {
    executable,
    args: [...args, `--user-data-dir=${path.join(folder, 'data')}`, '--lang=en'],
    environment: sink.environment,
  });
  const player = { page: app.page, sink };
  const rows: Row[] = [];
  try {
    for (const { id, name, sampleRate, encoder } of files) {
      const file = path.join(folder, `${id}.mp3`);
      await makeToneFile({ path: file, seconds, sampleRate, encoder });
      server.bytes(`/${id}.mp3`, readFileSync(file), 'audio/mpeg');
      const episode = {
        episodeId: id,
        url: `${server.origin}/${id}.mp3`,
        feedUrl: `${server.origin}/feed.xml`,
      };
      const prepare = async (): Promise<string> =>
        (await invoke<{ address: string }>(app.page, 'media:prepare', { ...episode, type: 'audio/mpeg' }))
          .address;
      rows.push(summarise({ file: name, served: 'as it is' }, await clickThrough(player, await prepare())));
      await download(app.page, episode);
      rows.push(
        summarise({ file: name, served: 'virtual MP4' }, await clickThrough(player, await prepare())),
      );
    }
  } finally {
    await app.kill();
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
  writeFileSync(
    reportFile,
    `${JSON.stringify([...earlier, { at: new Date().toISOString(), clicks, rows }], null, 2)}\n`,
  );
  const ours = rows.filter(({ served }) => served === 'virtual MP4');
  if (ours.some(({ over50Ms, heard }) => over50Ms > 0 || heard !== `${clicks} of ${clicks}`))
    process.exitCode = 1;
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
