import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed, type FeedEpisode } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow } from '../fixtures/screens.ts';

let server: PodcastServer;
test.beforeEach(async () => {
  server = await startPodcastServer();
});
test.afterEach(() => server.stop());

/** The show with these episodes, the first one published today, each of the others a day earlier. */
async function publish(...titles: string[]): Promise<void> {
  const audio = await readFile(path.resolve('sample', 'aelita.mp3'));
  const episodes = titles.map((title): FeedEpisode => {
    const route = `/${encodeURIComponent(title)}.mp3`;
    server.bytes(route, audio, 'audio/mpeg');
    return { title, guid: title, audio: `${server.origin}${route}` };
  });
  server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
}

async function choose(page: Page, dialogName: RegExp, choices: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: 'Show settings' }).click();
  const dialog = page.getByRole('dialog', { name: dialogName });
  for (const [label, option] of Object.entries(choices))
    await dialog.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  await page.keyboard.press('Escape');
}

async function refresh(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
}

async function openDownloads(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
}

test('a show brings its newest episodes, lets the old ones go, and they can be brought back', async ({
  page,
}) => {
  await publish('Ebb', 'Tide', 'Wreck');
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Coast' })).toBeVisible();
  await choose(page, /Coast/, { 'Download new episodes': '2 newest', 'Keep downloads': '2 newest' });
  await refresh(page);
  const row = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  const isHere = (title: string) => row(title).getByRole('button', { name: 'Delete download' });
  await expect(isHere('Ebb')).toBeVisible();
  await expect(isHere('Tide')).toBeVisible();
  await expect(isHere('Wreck')).toHaveCount(0);

  await publish('Flood', 'Ebb', 'Tide', 'Wreck');
  await refresh(page);
  await expect(isHere('Flood')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'deleted by its rules' })).toContainText('Tide');
  await expect(isHere('Tide')).toHaveCount(0);
  await page.getByRole('button', { name: 'Download again' }).click();
  await expect(isHere('Tide')).toBeVisible();
  await refresh(page);
  await openDownloads(page);
  await expect(page.getByRole('main').getByRole('button', { name: 'Delete download' })).toHaveCount(3);
});

test('a played episode goes when the settings for all say so, a favourite stays', async ({ page }) => {
  await publish('Ebb', 'Tide');
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Download new episodes' }).selectOption({ label: '2 newest' });
  await page.getByRole('switch', { name: 'Delete after playing' }).click();
  await addShow(page, `${server.origin}/feed.xml`);
  const row = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  const isHere = (title: string) => row(title).getByRole('button', { name: 'Delete download' });
  await expect(isHere('Ebb')).toBeVisible();
  await expect(isHere('Tide')).toBeVisible();
  await row('Ebb').getByRole('link').first().click();
  await page.getByRole('main').getByRole('button', { name: /^More/ }).first().click();
  await page.getByRole('menuitem', { name: 'Add to favourites' }).click();
  await page.getByRole('link', { name: 'All episodes of Coast' }).click();
  for (const title of ['Ebb', 'Tide']) {
    await row(title).hover();
    await row(title).getByRole('button', { name: 'Mark as played' }).click();
  }
  await expect(page.getByRole('status').filter({ hasText: 'deleted by its rules' })).toContainText('Tide');
  await expect(isHere('Tide')).toHaveCount(0);
  await expect(isHere('Ebb')).toBeVisible();
});
