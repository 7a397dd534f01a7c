import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { ChildReport } from './feed-parsers/child-report.ts';
import { generateFeed } from './generate-feed.ts';

/**
 * Earmark's feed parser beside feedsmith (JavaScript) and podcastparser (Python, gPodder's): CPU time of whole processes and
 * of parsing alone (first byte read to last result), each parser in a fresh process, runs interleaved, medians. The Node
 * parsers are bundled into one file each, as an app ships them. One cold feed is judged by parsing alone: the start of Node
 * or Python, half of that process, is not the parser's, and an app starts its worker once. Many feeds are judged by whole
 * processes. Only ratios within one run mean anything.
 */
const runs = Number(process.env.EARMARK_BENCH_RUNS ?? 5);
const reportFile = 'bench-output/parse-feed.json';
/** The system's own: a package of the distribution is not seen by others that may come first in the path. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const parsersFolder = 'e2e/bench/feed-parsers';

type ParserName = 'earmark' | 'feedsmith' | 'podcastparser';

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly episodes: number;
  /** Which CPU time is compared. */
  readonly judgedBy: 'processCpuMs' | 'parseCpuMs';
  /** How many times the CPU time of Earmark each of the others must take at least. */
  readonly wanted: Readonly<Record<Exclude<ParserName, 'earmark'>, number>>;
}

type Commands = Partial<Record<ParserName, readonly string[]>>;

async function bundleParser(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: `${parsersFolder}/${name}.ts`,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return path.join(folder, `${name}.mjs`);
}

async function prepareParsers(folder: string): Promise<Commands> {
  const commands: Commands = {
    earmark: [process.execPath, await bundleParser('earmark', folder)],
    feedsmith: [process.execPath, await bundleParser('feedsmith', folder)],
  };
  const hasPodcastparser = spawnSync(python, ['-c', 'import podcastparser']).status === 0;
  if (hasPodcastparser)
    return { ...commands, podcastparser: [python, `${parsersFolder}/parse_with_podcastparser.py`] };
  console.log('podcastparser is not measured: python3 cannot import it (Debian: python3-podcastparser).');
  return commands;
}

function writeFeeds(folder: string, recipe: { feeds: number; episodes: number; prefix: string }): string[] {
  return Array.from({ length: recipe.feeds }, (_, seed) => {
    const file = path.join(folder, `${recipe.prefix}-${seed}.xml`);
    writeFileSync(file, generateFeed({ episodes: recipe.episodes, seed }));
    return file;
  });
}

function prepareCases(folder: string): Case[] {
  const many = writeFeeds(folder, { feeds: 20, episodes: 300, prefix: 'many' });
  return [
    {
      name: 'one cold feed of 1,000 episodes',
      files: writeFeeds(folder, { feeds: 1, episodes: 1000, prefix: 'one' }),
      episodes: 1000,
      judgedBy: 'parseCpuMs',
      wanted: { feedsmith: 3, podcastparser: 1.5 },
    },
    {
      name: '200 feeds, 60,000 episodes, one process',
      files: Array.from({ length: 200 }, (_, index) => many[index % many.length]!),
      episodes: 60_000,
      judgedBy: 'processCpuMs',
      wanted: { feedsmith: 3.5, podcastparser: 3 },
    },
  ];
}

function runOnce([program, ...args]: readonly string[], { files, episodes }: Case): ChildReport {
  const child = spawnSync(program!, [...args, ...files], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${args.join(' ')}: ${child.stderr}`);
  const report = JSON.parse(child.stdout) as ChildReport;
  if (report.episodes !== episodes)
    throw new Error(`${args.join(' ')} found ${report.episodes} of ${episodes} episodes`);
  return report;
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function measureCase(measured: Case, commands: Commands) {
  const reports = new Map<ParserName, ChildReport[]>();
  for (let run = 0; run < runs; run += 1) {
    for (const [name, command] of Object.entries(commands) as [ParserName, readonly string[]][]) {
      reports.set(name, [...(reports.get(name) ?? []), runOnce(command, measured)]);
    }
  }
  const medianOf = (list: readonly ChildReport[], figure: Case['judgedBy']): number =>
    median(list.map((one) => one[figure]));
  const ours = medianOf(reports.get('earmark') ?? [], measured.judgedBy);
  return [...reports].map(([parser, list]) => ({
    case: measured.name,
    parser,
    cpuMs: Math.round(medianOf(list, 'processCpuMs')),
    parseCpuMs: Math.round(medianOf(list, 'parseCpuMs')),
    judgedBy: measured.judgedBy,
    timesOurs: Number((medianOf(list, measured.judgedBy) / ours).toFixed(2)),
    wanted: parser === 'earmark' ? 1 : measured.wanted[parser],
  }));
}

type Row = ReturnType<typeof measureCase>[number];

function report(rows: readonly Row[]): void {
  console.table(rows);
  mkdirSync('bench-output', { recursive: true });
  let earlier: unknown[] = [];
  try {
    earlier = JSON.parse(readFileSync(reportFile, 'utf8')) as unknown[];
  } catch {
    // The first run starts the file.
  }
  const run = { at: new Date().toISOString(), node: process.version, runs, rows };
  writeFileSync(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
  if (rows.some(({ timesOurs, wanted }) => timesOurs < wanted)) process.exitCode = 1;
}

const folder = mkdtempSync(path.join(tmpdir(), 'earmark-parse-feed-'));
try {
  const commands = await prepareParsers(folder);
  report(prepareCases(folder).flatMap((measured) => measureCase(measured, commands)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
