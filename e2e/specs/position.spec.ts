import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import {
  addSampleShow,
  addShow,
  downloadOpenEpisode,
  openEpisode,
  player,
  position,
} from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';
/** The position is kept this often while something plays (s), and the slider tells whole seconds. */
const keptEvery = 13;
const rounding = 1;

async function playOpenEpisode(page: Page, until: number): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page), { timeout: 40_000 }).toBeGreaterThanOrEqual(until);
}

/** What is played is not kept from now on. */
async function letStreamsPass(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Keep what you stream' }).click();
}

/** Where the player of a new window stands, once it has its episode. */
async function positionAtStart(page: Page): Promise<number> {
  await expect(player(page).getByRole('link', { name: title })).toBeVisible();
  return position(page);
}

test('quitting in the middle of playing keeps the position', async ({ app }) => {
  await addSampleShow(app.page);
  await openEpisode(app.page, title);
  await downloadOpenEpisode(app.page);
  await playOpenEpisode(app.page, 3);

  const left = await position(app.page);
  const askedAt = Date.now();
  await app.quit();
  const goneAfter = (Date.now() - askedAt) / 1000;
  const kept = await positionAtStart(await app.start());
  expect(kept).toBeGreaterThanOrEqual(left - rounding);
  expect(kept).toBeLessThanOrEqual(left + goneAfter + rounding);
});

test('the position of an episode that is not downloaded survives its server', async ({ app }) => {
  const server = await startPodcastServer();
  await letStreamsPass(app.page);
  await addShow(app.page, `${server.origin}/sample/feed.xml`);
  await openEpisode(app.page, title);
  await playOpenEpisode(app.page, 3);
  const left = await position(app.page);
  await app.quit();
  await server.stop();

  const page = await app.start();
  expect(await positionAtStart(page)).toBeGreaterThanOrEqual(left - rounding);
  await player(page).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  expect(await position(page)).toBeGreaterThanOrEqual(left - rounding);
});

test('a kill in the middle of playing loses thirteen seconds at most', async ({ app }) => {
  await addSampleShow(app.page);
  await openEpisode(app.page, title);
  await playOpenEpisode(app.page, keptEvery + 3);
  const left = await position(app.page);
  await app.kill();

  const kept = await positionAtStart(await app.start());
  expect(kept).toBeGreaterThanOrEqual(left - keptEvery - rounding);
  expect(kept).toBeGreaterThan(0);
});
