import { mkdir, readdir, rename } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, addSampleShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];
const audio = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\n', 'latin1'), Buffer.alloc(200_000, 1)]);
const title = 'Аэлита: объявление на стене';

/** A show whose audio begins to come and then waits until `release`. */
async function startSlowShow(): Promise<{ server: PodcastServer; release: () => void }> {
  const server = await startPodcastServer();
  const waiting: ServerResponse[] = [];
  let isReleased = false;
  for (const name of names)
    server.raw(`/${name}.mp3`, (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': audio.length, etag: '"1"' });
      response.write(audio.subarray(0, 50_000));
      if (isReleased) response.end(audio.subarray(50_000));
      else waiting.push(response);
    });
  const episodes = names.map((name) => ({ title: name, guid: name, audio: `${server.origin}/${name}.mp3` }));
  server.text('/feed.xml', makeFeed({ title: 'Slow show', episodes }));
  const release = (): void => {
    isReleased = true;
    for (const response of waiting) response.end(audio.subarray(50_000));
  };
  return { server, release };
}

async function openDownloads(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Downloads' })).toBeVisible();
}

const rows = (page: Page): Locator => page.getByRole('list', { name: 'Episodes' }).getByRole('listitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });

async function order(page: Page): Promise<string[]> {
  const texts = await rows(page).allInnerTexts();
  return texts.map((text) => names.find((name) => text.includes(name)) ?? '');
}

test('order and pauses of downloads are the user’s, and outlive a restart', async ({ app }) => {
  test.setTimeout(120_000);
  const { server, release } = await startSlowShow();
  let page = app.page;
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Slow show' })).toBeVisible();
  for (const name of names) {
    await row(page, name).hover();
    await row(page, name).getByRole('button', { name: 'Download', exact: true }).click();
    await expect(row(page, name).getByRole('button', { name: 'Cancel download' })).toBeAttached();
  }
  await openDownloads(page);
  expect(await order(page)).toEqual(names);
  await expect(row(page, 'Alpha')).toContainText('Downloading');
  await expect(row(page, 'Gamma')).toContainText('Waiting for its turn');

  await row(page, 'Epsilon').focus();
  await page.keyboard.press('Alt+Home');
  await expect.poll(() => order(page)).toEqual(['Epsilon', 'Alpha', 'Beta', 'Gamma', 'Delta']);
  await row(page, 'Alpha').getByRole('button', { name: 'Pause download' }).click();
  await expect(row(page, 'Alpha')).toContainText('Paused');
  await expect(row(page, 'Epsilon')).toContainText('Downloading');
  await page.getByRole('button', { name: 'Pause all' }).click();
  await expect(page.getByRole('button', { name: 'Resume all' }).first()).toBeVisible();

  page = await app.restart();
  await openDownloads(page);
  await expect.poll(() => order(page)).toEqual(['Epsilon', 'Alpha', 'Beta', 'Gamma', 'Delta']);
  await expect(page.getByText('All downloads are paused')).toBeVisible();
  await expect(row(page, 'Beta')).toContainText('Paused');
  await row(page, 'Gamma').getByRole('button', { name: 'Resume download' }).click();
  await expect(row(page, 'Gamma')).toContainText('Downloading');
  release();
  await page.getByRole('button', { name: 'Resume all' }).first().click();
  await expect(page.getByText('5 episodes')).toBeVisible({ timeout: 30_000 });
  await server.stop();
});

test('without a network the whole queue waits, and tries again by itself', async ({ app }) => {
  const { page } = app;
  const server = await startPodcastServer();
  /** What the system says. Nobody knows the host of the audio, as it is without a network. */
  const setOnline = (online: boolean) =>
    app.electron!.evaluate(({ net }, is) => Object.assign(net, { isOnline: () => is }), online);
  const episodes = names.map((name) => ({
    title: name,
    guid: name,
    audio: `https://audio.invalid/${name}.mp3`,
  }));
  server.text('/feed.xml', makeFeed({ title: 'Far away', episodes }));
  await setOnline(false);
  await addShow(page, `${server.origin}/feed.xml`);
  for (const name of names) {
    await row(page, name).hover();
    await row(page, name).getByRole('button', { name: 'Download', exact: true }).click();
    await expect(row(page, name).getByRole('button', { name: 'Cancel download' })).toBeAttached();
  }
  await openDownloads(page);
  const offline = page.getByText('This computer is offline');
  await expect(offline).toBeVisible({ timeout: 30_000 });
  await expect(row(page, 'Alpha')).toContainText('Waiting for a network');
  await expect(row(page, 'Epsilon')).toContainText('Waiting for its turn');

  await setOnline(true);
  await expect(row(page, 'Epsilon')).toContainText('Will try again', { timeout: 60_000 });
  await server.stop();
});

test('a file moved away is missed when the window gets the focus, and found again by hand', async ({
  app,
  page,
}) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  const downloads = path.join(app.dataFolder, 'Downloads');
  const file = (await readdir(downloads, { recursive: true })).find((name) => name.endsWith('.mp3')) ?? '';
  const moved = path.join(app.dataFolder, 'moved by hand.mp3');
  await rename(path.join(downloads, file), moved);
  await openDownloads(page);
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(page.getByText('The file is gone')).toBeVisible({ timeout: 500 });
  }).toPass();
  await app.electron?.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, moved);
  await rows(page).first().getByRole('button', { name: 'Find file…' }).click();
  await expect(rows(page).first().getByRole('button', { name: 'Delete download' })).toBeVisible();
  expect((await readdir(downloads, { recursive: true })).filter((name) => name.endsWith('.mp3'))).toEqual([
    file,
  ]);
});

test('a download that was deleted by mistake is brought back', async ({ page }) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  await openDownloads(page);
  await rows(page).first().getByRole('button', { name: 'Delete download' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Download again' }).click();
  await expect(rows(page).first().getByRole('button', { name: 'Delete download' })).toBeVisible();
});

test('downloads move to the folder the user chooses', async ({ app, page }) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  const target = path.join(app.dataFolder, 'elsewhere');
  await mkdir(target);
  await app.electron?.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, target);
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Choose…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move the downloads to the new folder?' });
  await dialog.getByRole('button', { name: 'Move here' }).click();
  const audioIn = async (folder: string): Promise<number> =>
    (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.mp3')).length;
  await expect.poll(() => audioIn(target)).toBe(1);
  await expect.poll(() => audioIn(path.join(app.dataFolder, 'Downloads'))).toBe(0);
  await openDownloads(page);
  await expect(rows(page).first().getByRole('button', { name: 'Delete download' })).toBeVisible();
});

test('storage shows what each show takes and frees what is chosen', async ({ app, page }) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  await openDownloads(page);
  await page.getByRole('button', { name: 'Storage' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Storage' })).toBeVisible();
  await page.getByRole('checkbox', { name: /^Select Earmark Sample/ }).check();
  await page.getByRole('button', { name: 'Delete selected' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete selected' }).click();
  await expect(page.getByText('Nothing downloaded yet')).toBeVisible();
  const left = await readdir(path.join(app.dataFolder, 'Downloads'), { recursive: true });
  expect(left.filter((name) => name.endsWith('.mp3'))).toEqual([]);
});
