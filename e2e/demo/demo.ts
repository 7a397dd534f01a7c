import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { EarmarkApp } from '../fixtures/earmark-app.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

/**
 * Earmark's main job, done by itself: add a show, download, lose the server, play, follow, find a word, play from it.
 * Leaves screenshots and `report.md` in `demo-output/`; exits non-zero when a step fails.
 */
const output = path.resolve('demo-output');
const title = 'Аэлита: объявление на стене';
const word = { text: 'широкоплечий', seconds: 46.95 };

interface Step {
  readonly name: string;
  readonly ms: number;
  readonly failure?: string;
}

class Demo {
  readonly steps: Step[] = [];
  readonly app: EarmarkApp;
  readonly server: PodcastServer;

  constructor(app: EarmarkApp, server: PodcastServer) {
    this.app = app;
    this.server = server;
  }

  get page(): Page {
    return this.app.page;
  }

  /** Runs one step, times it and keeps a picture of what came of it. */
  async step(name: string, act: () => Promise<void>): Promise<void> {
    const started = performance.now();
    const picture = `${String(this.steps.length + 1).padStart(2, '0')}-${name.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}.png`;
    try {
      await act();
      this.steps.push({ name, ms: performance.now() - started });
      console.log(`ok    ${name}`);
    } catch (error) {
      this.steps.push({ name, ms: performance.now() - started, failure: String(error) });
      console.log(`FAIL  ${name}\n${String(error)}`);
      throw error;
    } finally {
      await this.page.screenshot({ path: path.join(output, picture) }).catch(() => undefined);
    }
  }
}

async function perform(demo: Demo): Promise<void> {
  const transcript = () => demo.page.getByRole('article', { name: 'Transcript' });
  await demo.step('Start', async () => {
    await demo.app.start();
  });
  await demo.step('Add a show', async () => {
    await addShow(demo.page, `${demo.server.origin}/sample/feed.xml`);
    await expect(demo.page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')).toHaveCount(2);
  });
  await demo.step('Download an episode', async () => {
    await openEpisode(demo.page, title);
    await downloadOpenEpisode(demo.page);
    await expect(transcript()).toContainText('Корреспондент');
  });
  await demo.step('Lose the server, play', async () => {
    await demo.server.stop();
    await demo.page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).first().click();
    await expect.poll(() => position(demo.page)).toBeGreaterThan(2);
  });
  await demo.step('Follow the words', async () => {
    const first = await transcript().locator('[aria-current="true"]').textContent();
    await expect(transcript().locator('[aria-current="true"]')).not.toHaveText(first ?? '');
  });
  await demo.step('Find a word', async () => {
    await demo.page.keyboard.press('Control+f');
    await demo.page.getByRole('searchbox', { name: 'Find in transcript' }).fill(word.text.toUpperCase());
    await expect(transcript().getByText(word.text, { exact: true })).toBeInViewport();
  });
  await demo.step('Play from that word', async () => {
    await transcript().getByText(word.text, { exact: true }).click();
    await expect.poll(() => position(demo.page)).toBeGreaterThanOrEqual(Math.floor(word.seconds));
    await player(demo.page).getByRole('button', { name: 'Pause' }).click();
  });
  await demo.step('Quit, start again, go on', async () => {
    const left = await position(demo.page);
    await demo.app.restart();
    await expect.poll(() => position(demo.page)).toBeGreaterThan(left - 3);
  });
}

function report(steps: readonly Step[]): string {
  const rows = steps.map(
    ({ name, ms, failure }) => `| ${name} | ${failure === undefined ? 'ok' : 'FAILED'} | ${Math.round(ms)} |`,
  );
  return ['# Demo', '', '| step | outcome | ms |', '|---|---|---|', ...rows, ''].join('\n');
}

const dataFolder = await mkdtemp(path.join(tmpdir(), 'earmark-demo-'));
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const server = await startPodcastServer();
const app = new EarmarkApp({
  form: 'built',
  dataFolder,
  language: 'en',
  launchArguments: [],
  environment: {},
});
const demo = new Demo(app, server);
try {
  await perform(demo);
} catch {
  process.exitCode = 1;
} finally {
  await app.dispose();
  await server.stop();
  await writeFile(path.join(output, 'report.md'), report(demo.steps));
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}
