import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { findInTranscript } from '../../core/transcript/find.ts';
import { parseTranscriptText } from '../../core/transcript/parse-transcript.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { launchCommand } from '../fixtures/launch-command.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startNullSink } from '../fixtures/null-sink.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import type { Run } from '../fixtures/run-electron.ts';
import { runElectron } from '../fixtures/run-electron.ts';
import { addShow, downloadOpenEpisode, openEpisode, player } from '../fixtures/screens.ts';
import { benchApp } from './bench-app.ts';
import { longWords, makeLongVoice } from './long-voice.ts';
import type { Mark } from './reader/in-window.ts';
import { scrollThrough, seenMarks, timeFinding, timeOpening, watchMarks } from './reader/in-window.ts';

/**
 * The reader with the longest texts: scrolling through a day of speech, opening three hours of it, finding in a day of it, and how
 * late a word is marked. Beside it, in the same run: the same words as a plain page in an empty window, where scrolling and
 * drawing are the browser's own. Needs Linux, ffmpeg and PulseAudio. EARMARK_ROUNDS=n for more of each.
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 5);
const samples = 60;
const reportFile = 'bench-output/reader.json';
const limits = { frameMs: 32, openMs: 100, findMs: 100, markMs: 1000 / 60 } as const;
const hours = { day: 24, three: 3 } as const;
const titles = {
  day: 'A day of speech',
  three: 'Three hours of speech',
  minute: 'A minute of speech',
} as const;
const queries = ['газеты', 'человек', 'объявления на стене', 'zzz', 'а'];

const bareMain = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800, webPreferences: { sandbox: true } }).loadFile('index.html'));`;
const barePage =
  '<!doctype html><html><meta charset="utf-8"><title>Plain</title><style>body { max-width: 640px; margin: auto; font: 19px/1.55 serif; }</style><body></body></html>';

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-reader-'));
const inFolder = (name: string): string => path.join(folder, name);
const sink = await startNullSink();
const server = await startPodcastServer();
const app = benchApp(inFolder('data'), sink.environment);
let plain: Run | null = null;

try {
  plain = await startPlain();
  await serve();
  const page = await app.start();
  await prepare(page);
  const opening = await measureOpening(page, plain.page);
  const finding = await measureFinding(page);
  const scrolling = await measureScrolling(page, plain.page);
  const marking = await measureMarking(page);
  await report({ opening, finding, scrolling, marking });
} finally {
  await plain?.kill();
  await app.dispose();
  await server.stop();
  await sink.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function wordsOf(seconds: number): Transcript {
  const read = parseTranscriptText(longWords(seconds), { kind: 'publisher', language: 'ru' });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

async function startPlain(): Promise<Run> {
  await mkdir(inFolder('plain'));
  await writeFile(inFolder('plain/package.json'), '{ "name": "plain", "main": "index.cjs" }');
  await writeFile(inFolder('plain/index.cjs'), bareMain);
  await writeFile(inFolder('plain/index.html'), barePage);
  const { executable, args } = launchCommand('built');
  const ours = [...args.slice(0, -1), inFolder('plain'), `--user-data-dir=${inFolder('plain-data')}`];
  return runElectron('built', { executable, args: ours, environment: sink.environment });
}

async function serve(): Promise<void> {
  makeLongVoice(inFolder('minute.mp3'), 60);
  server.bytes('/minute.mp3', await readFile(inFolder('minute.mp3')), 'audio/mpeg');
  const lengths = { day: hours.day * 3600, three: hours.three * 3600, minute: 60 };
  const episodes = (['day', 'three', 'minute'] as const).map((name) => {
    server.text(`/${name}.vtt`, longWords(lengths[name]), { type: 'text/vtt' });
    const transcript = { url: `${server.origin}/${name}.vtt`, type: 'text/vtt' };
    return { title: titles[name], guid: name, audio: `${server.origin}/minute.mp3`, transcript };
  });
  server.text('/feed.xml', makeFeed({ title: 'Speech', language: 'ru', episodes }));
}

async function openShow(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Shows' }).click();
  await page.getByRole('link', { name: 'Speech' }).first().click();
  await page
    .getByRole('list', { name: 'Episodes' })
    .getByRole('link', { name: titles.day })
    .first()
    .waitFor();
}

/** Every text is fetched and kept before anything is measured. */
async function prepare(page: Page): Promise<void> {
  await addShow(page, `${server.origin}/feed.xml`);
  for (const title of [titles.minute, titles.three, titles.day]) {
    await openShow(page);
    await openEpisode(page, title);
    await page.locator('[data-word]').first().waitFor({ timeout: 120_000 });
    if (title === titles.minute) await downloadOpenEpisode(page);
  }
}

async function measureOpening(page: Page, bare: Page): Promise<Compared> {
  const texts = wordsOf(hours.three * 3600).paragraphs.map(({ text }) => text);
  const times: number[] = [];
  const plainly: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await openShow(page);
    await wait(1000);
    times.push(await timeOpening(page, titles.three));
    plainly.push(await fillPlain(bare, texts));
  }
  return compared(times, plainly);
}

/** Ms to put plain paragraphs into an empty page and paint them. */
function fillPlain(bare: Page, texts: readonly string[]): Promise<number> {
  return bare.evaluate(async (paragraphs) => {
    document.body.replaceChildren();
    const begun = performance.now();
    document.body.append(
      ...paragraphs.map((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      }),
    );
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
    return performance.now() - begun;
  }, texts);
}

async function measureFinding(page: Page): Promise<Compared> {
  await openShow(page);
  await openEpisode(page, titles.day);
  await page.locator('[data-word]').first().waitFor();
  await page.getByRole('button', { name: 'Find in transcript' }).click();
  await page.getByRole('searchbox', { name: 'Find in transcript' }).waitFor();
  const whole = wordsOf(hours.day * 3600);
  let longestFrame = 0;
  const times: number[] = [];
  const plainly: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      await timeFinding(page, '');
      const { foundMs, longestFrameMs } = await timeFinding(page, query);
      times.push(foundMs);
      longestFrame = Math.max(longestFrame, longestFrameMs);
      const begun = performance.now();
      for (const { text } of whole.paragraphs) text.toLowerCase().includes(query);
      plainly.push(performance.now() - begun);
    }
  }
  console.log(`“${queries[1]}”: ${[...findInTranscript(whole, queries[1]!)].flat().length} places`);
  console.log(`longest frame while finding: ${longestFrame.toFixed(1)} ms`);
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: 'Close the search' })
    .click({ timeout: 1000 })
    .catch(() => undefined);
  return compared(times, plainly);
}

async function measureScrolling(page: Page, bare: Page): Promise<Compared> {
  await fillPlain(
    bare,
    wordsOf(hours.day * 3600).paragraphs.map(({ text }) => text),
  );
  const { longestFrame } = await scrollThrough(page, samples);
  const peer = await scrollThrough(bare, samples);
  return compared(longestFrame, peer.longestFrame);
}

interface Marking {
  readonly words: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  readonly all: readonly number[];
}

/** How far the sound has come into a word in the frame in which it is marked. */
async function measureMarking(page: Page): Promise<Marking> {
  await openShow(page);
  await openEpisode(page, titles.minute);
  await page.locator('[data-word]').first().waitFor();
  await watchMarks(page);
  await page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).first().click();
  await player(page).getByRole('button', { name: 'Pause' }).waitFor();
  await wait(50_000);
  await player(page).getByRole('button', { name: 'Pause' }).click();
  const { paragraphs } = wordsOf(60);
  const marks = await seenMarks(page);
  // A pause marks the same word again, which is no new word; the first is marked when the sound begins.
  const late = marks.flatMap((mark, at) => {
    const before = marks[at - 1];
    if (before === undefined || isSameWord(before, mark)) return [];
    const { startMs } = paragraphs[mark.paragraph]!.sentences[mark.sentence]!.words[mark.word]!;
    return startMs === undefined ? [] : [mark.positionMs - startMs];
  });
  const sorted = late.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { words: late.length, medianMs: at(0.5), p95Ms: at(0.95), longestMs: at(1), all: late };
}

function isSameWord(a: Mark, b: Mark): boolean {
  return a.paragraph === b.paragraph && a.sentence === b.sentence && a.word === b.word;
}

interface Compared {
  readonly medianMs: number;
  readonly longestMs: number;
  readonly plainMedianMs: number;
  readonly plainLongestMs: number;
  readonly ratio: number;
  readonly all: readonly number[];
}

function compared(all: readonly number[], plainly: readonly number[]): Compared {
  const [medianMs, plainMedianMs] = [median(all), median(plainly)];
  return {
    medianMs,
    longestMs: Math.max(...all),
    plainMedianMs,
    plainLongestMs: Math.max(...plainly),
    ratio: medianMs / plainMedianMs,
    all,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

interface Measured {
  readonly opening: Compared;
  readonly finding: Compared;
  readonly scrolling: Compared;
  readonly marking: Marking;
}

/** Each run is added to those before it. */
async function report(measured: Measured): Promise<void> {
  const { opening, finding, scrolling, marking } = measured;
  console.table(
    Object.entries({ opening, finding, scrolling }).map(([what, { all: _all, ...figures }]) => ({
      what,
      ...figures,
    })),
  );
  const { all: _late, ...marked } = marking;
  console.table([marked]);
  const over = scrolling.all.filter((ms) => ms > limits.frameMs).length;
  console.log(`${over} of ${samples} samples have a frame over ${limits.frameMs} ms; the aim is none.`);
  const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
  await mkdir(path.dirname(reportFile), { recursive: true });
  const run = { at: new Date().toISOString(), load: loadavg()[0], ...measured };
  await writeFile(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
  const isGood =
    over === 0 &&
    opening.medianMs <= limits.openMs &&
    finding.longestMs <= limits.findMs &&
    marking.p95Ms <= limits.markMs;
  if (!isGood) process.exitCode = 1;
}
