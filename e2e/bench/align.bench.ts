import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Alignment } from '../../core/alignment/alignment.ts';
import { sentenceTrust } from '../../core/alignment/judge-alignment.ts';
import type { Pcm } from '../../core/audio/analyse-sound.ts';
import { alignText } from '../../electron/worker/align/align-text.ts';
import { hearSound } from '../../electron/worker/align/hear-sound.ts';
import { sentencesOf, speakTranscript } from '../../electron/worker/align/speak-transcript.ts';
import { Voice } from '../../electron/worker/align/voice.ts';
import { readSample, wordStarts } from '../../electron/worker/align/testing/sample.ts';
import { cases } from './align/cases.ts';
import type { MadeCase } from './align/make-case.ts';
import { makeCase } from './align/make-case.ts';
import { plainWarp } from './align/plain-warp.ts';

/**
 * How exactly words are found in real speech, what becomes of sentences that nobody says, and what it costs: each case in a process
 * of its own (plain Node), against plain dynamic time warping of synthesised speech, the classic approach, on the cases whose
 * whole text is said. Speech: Debian's `festvox-ru` (99 minutes of one reader with labels on a 10 ms grid), which is installed if
 * it is missing, and the LibriVox excerpt of the sample show. EARMARK_BENCH_CASES chooses cases by parts of their names, with commas.
 */
const wanted = process.env.EARMARK_BENCH_CASES?.split(',');
const reportFile = 'bench-output/align.json';
const corpus = '/usr/share/festival/voices/russian/msu_ru_nsh_clunits';
const englishName = 'whole, English 25 s';

const gates = { medianMs: 40, p90Ms: 120, within200: 0.97, sentenceP90Ms: 200, rejected: 0.95 };
/** A clip under a minute teaches too little for the gates of an episode. */
const gatesOfShort = { ...gates, medianMs: 60, p90Ms: 150 };
const most = { megabytes: 250 };
/** Seconds of processor time for a minute of sound: 12 s for 5 min, 60 s for 30, 120 s for 60. */
const mostCpu = (durationMs: number): number => (durationMs < 1_200_000 ? 2.4 : 2);

interface Measured {
  readonly name: string;
  readonly placed: number;
  readonly said: number;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
  readonly within200: number | null;
  /** Words that are shown one by one, and how many of them are right; of the others only the sentence is shown. */
  readonly shown: number;
  readonly shownWithin200: number | null;
  readonly sentenceP90Ms: number | null;
  readonly rejected: string;
  readonly plainMedianMs: number | null;
  readonly plainP90Ms: number | null;
  readonly cpuPerMinute: number;
  readonly megabytes: number;
  readonly failed: string[];
}

const [name] = process.argv.slice(2);
if (name === undefined) await measureAll();
else console.log(JSON.stringify(await measure(name)));

async function measure(wantedName: string): Promise<Measured> {
  const made = await make(wantedName);
  const making = { cpuSeconds: 0 };
  const before = cpuSeconds();
  const outcome = await alignText({
    sound: Readable.from(notCounting(made.pieces(), making)),
    durationMs: made.durationMs,
    transcript: made.transcript,
    language: made.transcript.language,
    onProgress: () => undefined,
  });
  const spent = cpuSeconds() - before - making.cpuSeconds;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  if (!outcome.ok) throw new Error(outcome.error.code);
  return judge(made, outcome.value, { cpuPerMinute: spent / (made.durationMs / 60_000), megabytes });
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The pieces of a made sound. What it costs to make them (music takes as long as all the rest) is no part of aligning: `making` tells it. */
function* notCounting(pieces: Iterable<Pcm>, making: { cpuSeconds: number }): Generator<Pcm> {
  const iterator = pieces[Symbol.iterator]();
  for (;;) {
    const before = cpuSeconds();
    const next = iterator.next();
    making.cpuSeconds += cpuSeconds() - before;
    if (next.done === true) return;
    yield next.value;
  }
}

async function make(wantedName: string): Promise<MadeCase> {
  const english = await readSample('sense-and-sensibility', 'en');
  if (wantedName === englishName)
    return {
      name: englishName,
      pieces: () => english.pieces,
      durationMs: english.durationMs,
      transcript: english.untimed,
      truth: wordStarts(english.timed),
    };
  const voice = Float32Array.from(english.pieces.flatMap(({ channels }) => Array.from(channels[0]!)));
  return makeCase(
    cases.find((each) => each.name === wantedName)!,
    voice,
  );
}

async function judge(
  made: MadeCase,
  { sentences }: Alignment,
  cost: Pick<Measured, 'cpuPerMinute' | 'megabytes'>,
): Promise<Measured> {
  const errors: number[] = [];
  const shownErrors: number[] = [];
  const sentenceErrors: number[] = [];
  let [at, unsaid, rejected, said] = [0, 0, 0, 0];
  sentencesOf(made.transcript).forEach(({ words }, index) => {
    const truth = made.truth.slice(at, (at += words.length));
    const found = sentences[index] ?? null;
    if (truth[0] === undefined) {
      unsaid += 1;
      if (found === null) rejected += 1;
      return;
    }
    said += words.length;
    truth.forEach((ms, word) => {
      if (!found || typeof ms !== 'number') return;
      errors.push(Math.abs(found.wordsMs[2 * word]! - ms));
      if (sentenceTrust(found) === 'words') shownErrors.push(errors.at(-1)!);
    });
    if (found && typeof truth[0] === 'number') sentenceErrors.push(Math.abs(found.startMs - truth[0]));
  });
  const plain = unsaid === 0 ? await plainErrors(made) : [];
  const measured = {
    name: made.name,
    placed: errors.length,
    said,
    medianMs: quantile(errors, 0.5),
    p90Ms: quantile(errors, 0.9),
    within200: shareWithin200(errors),
    shown: shownErrors.length,
    shownWithin200: shareWithin200(shownErrors),
    sentenceP90Ms: quantile(sentenceErrors, 0.9),
    rejected: `${rejected}/${unsaid}`,
    plainMedianMs: quantile(plain, 0.5),
    plainP90Ms: quantile(plain, 0.9),
    ...cost,
  };
  const isUnrelated = said === 0;
  const isRejected = unsaid === 0 || rejected / unsaid >= (isUnrelated ? 1 : gates.rejected);
  return {
    ...measured,
    failed: [...failures(measured, made.durationMs), ...(isRejected ? [] : ['rejected'])],
  };
}

function failures(measured: Omit<Measured, 'failed'>, durationMs: number): string[] {
  const limits = durationMs < 60_000 ? gatesOfShort : gates;
  const over = (value: number | null, limit: number): boolean => value !== null && value > limit;
  return [
    ...(over(measured.medianMs, limits.medianMs) ? ['median'] : []),
    ...(over(measured.p90Ms, limits.p90Ms) ? ['p90'] : []),
    ...(over(measured.sentenceP90Ms, limits.sentenceP90Ms) ? ['sentences'] : []),
    ...(measured.within200 !== null && measured.within200 < limits.within200 ? ['within 200 ms'] : []),
    // Loading voices and compiling take two seconds, however short the sound is.
    ...(durationMs >= 240_000 && measured.cpuPerMinute > mostCpu(durationMs) ? ['processor'] : []),
    ...(measured.megabytes > most.megabytes ? ['memory'] : []),
  ];
}

function shareWithin200(errors: readonly number[]): number | null {
  return errors.length > 0 ? errors.filter((ms) => ms <= 200).length / errors.length : null;
}

async function plainErrors({ pieces, transcript, truth }: MadeCase): Promise<number[]> {
  const sound = await hearSound(Readable.from(pieces()), () => undefined);
  const spoken = speakTranscript(transcript, (await Voice.open(transcript.language))!, () => undefined);
  const firstWords: number[] = [];
  sentencesOf(transcript).reduce((sum, { words }, index) => {
    firstWords[index] = sum;
    return sum + words.length;
  }, 0);
  return plainWarp(sound, spoken).flatMap((ms, index) => {
    const { sentence, index: word } = spoken.words[index]!;
    const known = truth[firstWords[sentence]! + word];
    return typeof known === 'number' ? [Math.abs(ms - known)] : [];
  });
}

function quantile(values: readonly number[], share: number): number | null {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? null;
}

/** Each run is added to those before it. */
async function measureAll(): Promise<void> {
  if (!existsSync(corpus)) run('apt-get', ['install', '-y', '--no-install-recommends', 'festvox-ru']);
  const names = [englishName, ...cases.map((each) => each.name)];
  const rows: Measured[] = [];
  for (const each of names.filter((one) => wanted?.some((part) => one.includes(part)) ?? true)) {
    rows.push(JSON.parse(run(process.execPath, [fileURLToPath(import.meta.url), each])) as Measured);
    console.log(JSON.stringify(rows.at(-1)));
  }
  console.table(rows);
  const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
  await mkdir(path.dirname(reportFile), { recursive: true });
  const report = { at: new Date().toISOString(), load: loadavg()[0], rows };
  await writeFile(reportFile, `${JSON.stringify([...earlier, report], null, 2)}\n`);
  if (rows.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
}

function run(command: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}
