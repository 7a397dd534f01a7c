import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { chapterTag } from '../fixtures/chapter-tag.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import {
  addSampleShow,
  addShow,
  downloadOpenEpisode,
  openEpisode,
  player,
  position,
} from '../fixtures/screens.ts';

const audio = readFile(path.resolve('sample', 'aelita.mp3'));
const title = 'Harbour lights';

let server: PodcastServer;
test.beforeEach(async () => {
  server = await startPodcastServer();
});
test.afterEach(() => server.stop());

/** Another name of the same machine: for the app it is another server. */
const stranger = (): string => server.origin.replace('127.0.0.1', 'localhost');

async function openShowWith(page: Page, chapters: readonly object[]): Promise<void> {
  server.bytes('/1.mp3', await audio, 'audio/mpeg');
  server.text('/1.json', JSON.stringify({ version: '1.2.0', chapters }), {
    type: 'application/json+chapters',
  });
  const extra = `<podcast:chapters url="${server.origin}/1.json" type="application/json+chapters"/>`;
  const episodes = [{ title, guid: '1', audio: `${server.origin}/1.mp3`, extra }];
  server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
}

/** Addresses the app has handed to the system instead of opening them. */
async function catchOpened(app: EarmarkApp): Promise<() => Promise<string[]>> {
  await app.electron!.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  return () => app.electron!.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
}

test('chapters are listed before playing, jumped to by key, and left out when the listener wants', async ({
  page,
}) => {
  await openShowWith(page, [
    { startTime: 0, title: 'Pier' },
    { startTime: 1, toc: false, title: 'Only a picture' },
    { startTime: 3, title: 'Market' },
    { startTime: 40, title: 'Ferry' },
  ]);
  const chapter = (name: string) => page.getByRole('button', { name: new RegExp(`^\\d:\\d\\d ${name}`) });
  await expect(chapter('Ferry')).toBeVisible();
  await expect(page.getByText('Only a picture')).toBeHidden();
  await downloadOpenEpisode(page);

  await chapter('Pier').click();
  await expect(chapter('Pier')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Shift+PageDown');
  await expect(chapter('Market')).toHaveAttribute('aria-current', 'true');
  await player(page).getByRole('button', { name: 'Next chapter' }).click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(40);
  await page.keyboard.press('Shift+PageUp');
  await expect(chapter('Market')).toHaveAttribute('aria-current', 'true');

  // Played, the second chapter lasts 37 seconds; left out, the third follows the first at once.
  await page.getByRole('checkbox', { name: 'Play the chapter Market' }).click();
  await expect(chapter('Ferry')).toHaveAttribute('aria-current', 'true');
  await chapter('Pier').click();
  await expect(chapter('Pier')).toHaveAttribute('aria-current', 'true');
  await expect(chapter('Ferry')).toHaveAttribute('aria-current', 'true', { timeout: 15_000 });
  expect(await position(page)).toBeGreaterThanOrEqual(40);

  await chapter('Market').click();
  await expect(chapter('Market'), 'chosen by hand it is heard').toHaveAttribute('aria-current', 'true');
});

test('a link of a chapter is opened only after the listener has seen where it leads', async ({
  app,
  page,
}) => {
  const opened = await catchOpened(app);
  const link = `${stranger()}/offer?from=earmark`;
  await openShowWith(page, [{ startTime: 0, title: 'Pier', url: link }]);
  const linkButton = page.getByRole('button', { name: 'Link of the chapter' });
  const question = page.getByRole('dialog', { name: 'Open this link?' });

  await linkButton.click();
  await expect(question).toContainText(link);
  await question.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(question).toBeHidden();
  expect(await opened()).toEqual([]);

  await linkButton.click();
  await question.getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(opened).toEqual([link]);
  await linkButton.click();
  await expect.poll(opened, 'asked once for each server').toEqual([link, link]);
});

test('pictures of chapters come from strangers only with consent, and change with the chapter', async ({
  page,
}) => {
  server.raw('/art.png', async (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'image/png' })
      .end(await readFile(path.resolve('sample', 'cover.png')));
  });
  await openShowWith(page, [
    { startTime: 0, title: 'Pier', img: `${stranger()}/art.png` },
    { startTime: 30, title: 'Ferry' },
  ]);
  const picture = player(page).getByRole('link').locator('img');
  const ask = page.getByRole('button', { name: 'Show them' });
  await page.getByRole('button', { name: /^0:00 Pier/ }).click();
  await expect(ask).toBeVisible();
  await expect.poll(() => position(page)).toBeGreaterThan(0);
  expect(server.requests).not.toContain('/art.png');

  await ask.click();
  await expect(ask).toBeHidden();
  await expect(picture).toBeVisible();
  expect(server.requests).toContain('/art.png');
  await page.keyboard.press('Shift+PageDown');
  await expect(picture).toBeHidden();
});

test('chapters inside a downloaded file are there before it was ever played', async ({ page }) => {
  const tag = chapterTag([
    { startMs: 0, title: 'Pier' },
    { startMs: 20_000, title: 'Ferry' },
  ]);
  server.bytes('/tagged.mp3', Buffer.concat([tag, await audio]), 'audio/mpeg');
  const episodes = [{ title, guid: '1', audio: `${server.origin}/tagged.mp3` }];
  server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  await expect(page.getByRole('heading', { name: 'Bookmarks' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Chapters' })).toBeHidden();
  await downloadOpenEpisode(page);
  await expect(page.getByRole('button', { name: /^0:20 Ferry/ })).toBeVisible();
});

test('playing stops with the chapter, and goes on for who is still awake', async ({ page }) => {
  await addSampleShow(page);
  await openEpisode(page, 'Аэлита: объявление на стене');
  await downloadOpenEpisode(page);
  await page.getByRole('article', { name: 'Transcript' }).getByText('шевеля', { exact: true }).click();
  await expect.poll(() => position(page)).toBeGreaterThan(0);
  await player(page).getByRole('button', { name: 'Sleep timer' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'At the end of the chapter' }).click();
  const slept = player(page).getByRole('status');
  await expect(slept).toContainText('The sleep timer has stopped playing', { timeout: 30_000 });
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();
  const stopped = await position(page);
  expect(stopped).toBeGreaterThanOrEqual(15);
  expect(stopped).toBeLessThanOrEqual(17);

  await slept.getByRole('button', { name: '5 minutes more' }).click();
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(slept).toBeHidden();
  await expect(player(page).getByRole('button', { name: 'Sleep timer' })).toHaveAttribute(
    'aria-description',
    /left/,
  );
  expect(await position(page)).toBeLessThan(stopped);
});
