import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { benchApp } from './bench-app.ts';
import { generateFeed } from './generate-feed.ts';
import {
  bringLibrary,
  markDownloaded,
  measure,
  type Measurement,
  type Measuring,
} from './library/library-in-page.ts';

/**
 * The library at 10,000 episodes a show, in the window of the real app over its real databases: what importing, refreshing,
 * listing and finding take, and how long the longest of it holds up the window. EARMARK_BENCH_SHOWS=10 for 100,000 episodes.
 */
const shows = Number(process.env.EARMARK_BENCH_SHOWS ?? 1);
const episodesOfShow = 10_000;
const rounds = 7;
const reportFile = 'bench-output/library.json';

interface Line {
  readonly what: string;
  readonly medianMs: number;
  readonly longestBlockMs: number;
  readonly answer: unknown;
}

const lines: Line[] = [];
const folder = await mkdtemp(path.join(tmpdir(), 'earmark-library-'));
const server = await startPodcastServer();
const app = benchApp(folder);
try {
  const page = await app.start();
  await bringLibrary(page);
  const podcastIds = await importShows(page, server);
  await measureRefresh(page, podcastIds[0]!);
  await measureLists(page, podcastIds[0]!);
  await measureDownloads(page, podcastIds[0]!);
  await mkdir(path.dirname(reportFile), { recursive: true });
  await writeFile(reportFile, `${JSON.stringify({ episodes: shows * episodesOfShow, lines }, null, 2)}\n`);
} finally {
  await app.dispose();
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function importShows(page: Page, feeds: PodcastServer): Promise<string[]> {
  const ids: string[] = [];
  for (let seed = 1; seed <= shows; seed += 1) {
    const feed = generateFeed({ episodes: episodesOfShow, seed });
    let fetches = 0;
    // Another body each time with the same episodes in it, as servers that stamp their feeds with the hour send.
    feeds.raw(`/${seed}.xml`, (_, response) => {
      fetches += 1;
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(`${feed}<!-- ${fetches} -->`);
    });
    const address = `${feeds.origin}/${seed}.xml`;
    const { answer } = await time(page, `subscribe to show ${seed}`, {
      call: 'subscribe',
      args: [{ address }],
      rounds: 1,
    });
    ids.push((answer as { value: { podcastId: string } }).value.podcastId);
  }
  return ids;
}

async function measureRefresh(page: Page, podcastId: string): Promise<void> {
  await time(page, 'refresh, equal episodes', { call: 'refreshFeed', args: [podcastId], rounds: 3 });
}

async function measureLists(page: Page, podcastId: string): Promise<void> {
  const list = (what: string, call: Measuring['call'], ...args: unknown[]) =>
    time(page, what, { call, args, rounds });
  await list('first 100 of a show', 'listEpisodes', podcastId, { limit: 100 });
  await list('whole show', 'listEpisodes', podcastId);
  await list('first 100 new', 'listNewEpisodes', { limit: 100 });
  await list('first 100 of a category', 'listByCategory', 'News', { limit: 100 });
  await list('find, on the first page', 'findEpisodes', 'harbour', 30);
  await list('find, nowhere', 'findEpisodes', 'zzzz', 30);
}

async function measureDownloads(page: Page, podcastId: string): Promise<void> {
  await markDownloaded(page, episodesOfShow);
  const list = (what: string, ...args: unknown[]) =>
    time(page, what, { call: 'listDownloads', args, rounds });
  await list('first 100 downloads', { limit: 100 });
  await list('all downloads');
  await time(page, 'first 100 of a downloaded show', {
    call: 'listEpisodes',
    args: [podcastId, { limit: 100 }],
    rounds,
  });
  await time(page, 'whole downloaded show', { call: 'listEpisodes', args: [podcastId], rounds });
}

async function time(page: Page, what: string, measuring: Measuring): Promise<Measurement> {
  const measurement = await measure(page, measuring);
  const { times, longestBlock, answer } = measurement;
  const medianMs = Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!);
  const line = { what, medianMs, longestBlockMs: Math.round(longestBlock), answer };
  lines.push(line);
  console.log(
    `${what.padEnd(34)} ${String(medianMs).padStart(6)} ms   longest block ${String(line.longestBlockMs).padStart(4)} ms   ${JSON.stringify(answer).slice(0, 60)}`,
  );
  return measurement;
}
