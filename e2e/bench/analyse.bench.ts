import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseAudio } from '../../electron/worker/analyse-audio.ts';
import { indexAudio } from '../../electron/worker/index-audio.ts';
import { makeLongVoice } from './long-voice.ts';

/**
 * What it costs to learn loudness and pauses of an hour of sound, in each format: the code of the analyser in a process of its
 * own (plain Node), against ffmpeg's `ebur128` and `silencedetect` on the same file. They take turns; medians.
 * EARMARK_BENCH_FORMATS chooses formats (ids with commas), EARMARK_BENCH_SECONDS how long the files are. Needs ffmpeg.
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 3);
const seconds = Number(process.env.EARMARK_BENCH_SECONDS ?? 3_600);
const wanted = process.env.EARMARK_BENCH_FORMATS?.split(',');
const most = { ratio: 2.5, megabytes: 250 };
const reportFile = 'bench-output/analyse.json';

const formats = [
  { id: 'mp3', codec: ['-c:a', 'libmp3lame', '-b:a', '128k'] },
  { id: 'm4a', codec: ['-c:a', 'aac', '-b:a', '128k'] },
  { id: 'aac', codec: ['-c:a', 'aac', '-b:a', '128k'] },
  { id: 'flac', codec: ['-c:a', 'flac'] },
  { id: 'ogg', codec: ['-c:a', 'libvorbis', '-q:a', '4'] },
  { id: 'opus', codec: ['-c:a', 'libopus', '-b:a', '96k'] },
  { id: 'wav', codec: ['-c:a', 'pcm_s16le'] },
].filter(({ id }) => wanted?.includes(id) ?? true);

interface Cost {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const [file] = process.argv.slice(2);
if (file === undefined) await compareAll();
else console.log(JSON.stringify(await analyse(file)));

/** The whole life of a process: loading the decoder belongs to it. */
async function analyse(soundFile: string): Promise<Cost> {
  const files = { file: soundFile, indexFile: `${soundFile}.index`, analysisFile: `${soundFile}.analysis` };
  const outcome = await analyseAudio(files, () => undefined);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function earmark(soundFile: string): Cost {
  const script = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, soundFile], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Cost;
}

function ffmpeg(soundFile: string): Cost {
  const filters = 'ebur128=framelog=verbose,silencedetect=noise=-40dB:d=0.5';
  const options = ['-benchmark', '-nostats', '-i', soundFile, '-af', filters, '-f', 'null', '-'];
  const { stderr } = spawnSync('ffmpeg', options, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const [user, system, kibibytes] = ['utime', 'stime', 'maxrss'].map((name) =>
    Number(new RegExp(`${name}=([\\d.]+)`).exec(stderr)?.[1]),
  );
  return { cpuSeconds: user! + system!, megabytes: kibibytes! / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

async function compare(folder: string, { id, codec }: (typeof formats)[number]) {
  const soundFile = path.join(folder, `voice.${id}`);
  makeLongVoice(soundFile, seconds, codec);
  await indexAudio({ file: soundFile, indexFile: `${soundFile}.index` });
  const [ours, theirs]: [Cost[], Cost[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(earmark(soundFile));
    theirs.push(ffmpeg(soundFile));
  }
  await rm(soundFile);
  const [cpuSeconds, ffmpegSeconds] = [ours, theirs].map((costs) =>
    median(costs.map((cost) => cost.cpuSeconds)),
  );
  const megabytes = Math.max(...ours.map((cost) => cost.megabytes));
  return { format: id, cpuSeconds, ffmpegSeconds, ratio: cpuSeconds! / ffmpegSeconds!, megabytes };
}

/** Each run is added to those before it. */
async function compareAll(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-analyse-'));
  try {
    const rows = [];
    for (const format of formats) {
      rows.push(await compare(folder, format));
      console.log(JSON.stringify(rows.at(-1)));
    }
    console.table(rows);
    const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
    const run = { at: new Date().toISOString(), rounds, seconds, load: loadavg()[0], rows };
    await mkdir(path.dirname(reportFile), { recursive: true });
    await writeFile(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
    const tooMuch = rows.some(({ ratio, megabytes }) => ratio > most.ratio || megabytes > most.megabytes);
    if (tooMuch) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
