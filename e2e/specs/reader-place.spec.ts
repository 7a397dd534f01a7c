import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { longTitle, openLongText, sentenceSeconds } from '../fixtures/long-text-show.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

const transcript = (page: Page) => page.getByRole('article', { name: 'Transcript' });
const word = (page: Page, number: number) => transcript(page).getByText(`number${number}`, { exact: true });
const library = (page: Page) => page.getByRole('navigation', { name: 'Library' });

/** Scrolls by hand until a sentence is in view. */
async function readTo(page: Page, number: number): Promise<void> {
  await transcript(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(word(page, number)).toBeInViewport({ timeout: 200 });
  }).toPass();
}

async function reopen(page: Page): Promise<void> {
  await library(page).getByRole('link', { name: 'Shows' }).click();
  await page.getByRole('link', { name: 'Talk' }).first().click();
  await openEpisode(page, longTitle);
}

test('the page opens where it was read, through a restart, and the sound stays where it was', async ({
  app,
  page,
}) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await downloadOpenEpisode(page);
  await word(page, 20).click();
  await player(page).getByRole('button', { name: 'Pause' }).click();
  const heard = await position(page);
  expect(heard).toBeGreaterThanOrEqual(20 * sentenceSeconds - 1);
  await readTo(page, 90);
  await reopen(page);
  await expect(word(page, 90)).toBeInViewport();
  const again = await app.restart();
  await again.getByRole('heading', { level: 1 }).first().waitFor();
  await reopen(again);
  await expect(word(again, 90)).toBeInViewport();
  await expect.poll(() => position(again)).toBe(heard);
  await again
    .getByRole('button', { name: /Back to the current word|To where you stopped listening/ })
    .click();
  await expect(word(again, 20)).toBeInViewport();
  await server.stop();
});

test('while it plays the page opens at the voice, and offers the place that was read', async ({ page }) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await downloadOpenEpisode(page);
  await readTo(page, 90);
  await library(page).getByRole('link', { name: 'New' }).click();
  await page
    .getByRole('list', { name: 'Episodes' })
    .getByRole('button', { name: 'Play', exact: true })
    .first()
    .click();
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await reopen(page);
  await expect(transcript(page).locator('[aria-current="true"]')).toBeInViewport();
  const heard = await position(page);
  await page.getByRole('button', { name: 'To where you were reading' }).click();
  await expect(word(page, 90)).toBeInViewport();
  expect(await position(page)).toBeLessThan(heard + 30);
  await page.keyboard.press('Escape');
  await expect(transcript(page).locator('[aria-current="true"]')).toBeInViewport();
  await server.stop();
});

test('the line over the text says how long it takes to read', async ({ page }) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await expect(page.getByText('about 3 min to read')).toBeVisible();
  await server.stop();
});
