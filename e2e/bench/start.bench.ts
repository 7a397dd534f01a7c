import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { launchCommand } from '../fixtures/launch-command.ts';
import { addSampleShow } from '../fixtures/screens.ts';
import { benchApp } from './bench-app.ts';

/**
 * First window with content against an empty sandboxed window on the same runtime: time from the start of the process to the
 * paint of the largest content (a row of the list New; the empty window's one word), and memory of all processes at rest.
 * Runs take turns; medians. Nobody looks on before the rest is over: the page is asked then for what the browser noted. The
 * first runs are not counted: they fill V8's code cache, which both have in daily use.
 */
const rounds = Number(process.env.EARMARK_ROUNDS ?? 11);
const roundsToWarmUp = 3;
const restMs = 3_000;
/** Earmark may take this many times what the empty window takes. */
const mostRatio = { time: 1.6, memory: 1.5 } as const;
const reportFile = 'bench-output/start.json';

interface Comparison {
  readonly what: keyof typeof mostRatio;
  readonly unit: string;
  /** Medians. */
  readonly earmark: number;
  readonly emptyWindow: number;
  readonly ratio: number;
}

interface Start {
  readonly ms: number;
  /** Proportional set size of all processes; MiB. */
  readonly memory: number;
}

interface Candidate {
  /** Folder of the app, and its data folder. */
  readonly app: string;
  readonly data: string;
  /** What is on the first screen when it has content. */
  readonly firstContent: string;
}

const emptyMain = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadFile('index.html'));`;
const emptyPage = '<!doctype html><html><title>Empty</title><p>Empty</p></html>';

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-start-'));
const { executable, args } = launchCommand('built');
const switches = args.slice(0, -1);
const inFolder = (name: string): string => path.join(folder, name);
const emptyApp: Candidate = { app: inFolder('empty'), data: inFolder('empty-data'), firstContent: 'p' };
const ourApp: Candidate = {
  app: args.at(-1)!,
  data: inFolder('data'),
  firstContent: '[data-ready="true"] main [role="list"] [role="listitem"]',
};

try {
  await prepare();
  for (let round = 0; round < roundsToWarmUp; round += 1) {
    await start(emptyApp);
    await start(ourApp);
  }
  const empty: Start[] = [];
  const earmark: Start[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await start(emptyApp));
    earmark.push(await start(ourApp));
  }
  const comparisons = [
    compare('time', 'ms', [empty.map(({ ms }) => ms), earmark.map(({ ms }) => ms)]),
    compare('memory', 'MiB', [empty.map(({ memory }) => memory), earmark.map(({ memory }) => memory)]),
  ];
  await report(comparisons);
  if (comparisons.some(({ what, ratio }) => ratio > mostRatio[what])) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** An app with nothing in it, and an Earmark whose library holds the sample show. */
async function prepare(): Promise<void> {
  await mkdir(emptyApp.app);
  await writeFile(path.join(emptyApp.app, 'package.json'), '{ "name": "empty", "main": "index.cjs" }');
  await writeFile(path.join(emptyApp.app, 'index.cjs'), emptyMain);
  await writeFile(path.join(emptyApp.app, 'index.html'), emptyPage);
  const app = benchApp(ourApp.data);
  const page = await app.start();
  await addSampleShow(page);
  // The screen that is left is the screen of the next start.
  await page.getByRole('link', { name: 'New', exact: true }).click();
  await page.waitForSelector(ourApp.firstContent);
  await app.quit();
}

async function start({ app, data, firstContent }: Candidate): Promise<Start> {
  const startedAt = Date.now();
  const child = spawn(
    executable,
    [...switches, app, `--user-data-dir=${data}`, '--remote-debugging-port=0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const address = await debuggingAddress(child);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const memory = await memoryOfTree(child.pid!);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForSelector(firstContent, { state: 'attached' });
  const shownAt = await page.evaluate(paintedAt, firstContent);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await browser.close();
  return { ms: shownAt - startedAt, memory };
}

/**
 * Runs in the page: when its largest content was painted, ms since the epoch. Taken from the browser's own record, so that
 * looking later does not make it later. Rejects when something else than the content was largest.
 */
function paintedAt(content: string): Promise<number> {
  return new Promise((resolve, reject) => {
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1) as PerformanceEntry & { readonly element: Element | null };
      if (!largest.element?.closest(content))
        reject(new Error(`Not ${content}: ${largest.element?.outerHTML}`));
      resolve(performance.timeOrigin + largest.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(said)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

/** Shared pages count by share, so that the sum is what the machine gives. MiB; Linux only. */
async function memoryOfTree(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const own = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(memoryOfTree));
  return below.reduce((sum, memory) => sum + memory, own);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function compare(
  what: Comparison['what'],
  unit: string,
  [empty, ours]: readonly [number[], number[]],
): Comparison {
  const [emptyWindow, earmark] = [median(empty), median(ours)];
  return { what, unit, earmark, emptyWindow, ratio: earmark / emptyWindow };
}

/** Each run is added to those before it. */
async function report(comparisons: readonly Comparison[]): Promise<void> {
  for (const { what, unit, earmark, emptyWindow, ratio } of comparisons)
    console.log(
      `${what}: Earmark ${earmark.toFixed(0)} ${unit}, empty window ${emptyWindow.toFixed(0)} ${unit}, ratio ${ratio.toFixed(2)} (median of ${rounds}, at most ${mostRatio[what]})`,
    );
  const earlier = JSON.parse(await readFile(reportFile, 'utf8').catch(() => '[]')) as unknown[];
  const run = { at: new Date().toISOString(), rounds, comparisons };
  await mkdir(path.dirname(reportFile), { recursive: true });
  await writeFile(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
}
