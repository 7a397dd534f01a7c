import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { answerDialogs } from '../fixtures/answer-dialogs.ts';
import { test as base, expect } from '../fixtures/app.ts';
import { openEpisode, player, position } from '../fixtures/screens.ts';
import { taggedSample } from '../fixtures/tagged-audio.ts';

/** A folder of somebody's recordings, and the place it may be moved about in. */
const test = base.extend<{ place: string; folder: string }>({
  place: async ({}, use) => {
    const place = await realpath(await mkdtemp(path.join(tmpdir(), 'earmark-folder-')));
    await use(place);
    await rm(place, { recursive: true, force: true });
  },
  folder: async ({ place }, use) => {
    const folder = path.join(place, 'Walks');
    await mkdir(path.join(folder, 'More'), { recursive: true });
    await writeFile(path.join(folder, '2026-11-22 Аэлита.mp3'), await taggedSample('aelita.mp3'));
    await copyFile(path.resolve('sample', 'aelita.vtt'), path.join(folder, '2026-11-22 Аэлита.ru.vtt'));
    const tags = { TIT2: 'By the sea', TPE1: 'Ann', TDRC: '2026-11-25' };
    const sense = await taggedSample('sense-and-sensibility.mp3', tags);
    await writeFile(path.join(folder, 'More', 'track.mp3'), sense);
    await copyFile(path.resolve('sample', 'cover.png'), path.join(folder, 'cover.png'));
    await writeFile(path.join(folder, 'no audio.mp3'), '<!doctype html>');
    await symlink('/etc/hostname', path.join(folder, 'secret.txt'));
    await use(folder);
  },
});

async function addFolder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add show' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add show' });
  await dialog.getByRole('button', { name: 'Folder on this computer' }).click();
}

const titles = (page: Page) => page.getByRole('list', { name: 'Episodes' }).getByRole('listitem');

test('a folder becomes a show, is read along in place, and nothing in it is touched', async ({
  app,
  page,
  folder,
}) => {
  const before = await readdir(folder, { recursive: true });
  await answerDialogs(app, folder);
  await addFolder(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Walks' })).toBeVisible();
  await expect(titles(page)).toHaveText([/By the sea/, /Аэлита/]);
  await expectAccessible(page, 'folder show');
  await expect(page.getByRole('main').locator('img').first()).toHaveAttribute('src', /^art:/);

  await openEpisode(page, 'Аэлита');
  await page.getByRole('article').getByText('ситцевом', { exact: true }).click();
  await expect(page.getByRole('article').locator('[aria-current="true"]')).toHaveText(/ситцевом|опрятном/);
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(14);
  await player(page).getByRole('button', { name: 'Pause' }).click();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'On this computer' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Show in folder']);
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'episode of a folder');
  await expect(page.getByRole('button', { name: /download/i })).toHaveCount(0);

  const heard = await position(page);
  expect(heard).toBeGreaterThan(1);
  await app.restart();
  await app.page.getByRole('link', { name: 'Downloads' }).click();
  await expect(app.page.getByText('Nothing downloaded yet')).toBeVisible();
  await app.page.getByRole('link', { name: 'Shows' }).click();
  await app.page.getByRole('main').getByRole('link', { name: /Walks/ }).click();
  await openEpisode(app.page, 'Аэлита');
  // A pause is followed by a little rewinding.
  await expect.poll(() => position(app.page)).toBeGreaterThanOrEqual(Math.floor(heard) - 5);
  expect(await readdir(folder, { recursive: true })).toEqual(before);

  await app.page.getByRole('link', { name: /All episodes of/ }).click();
  await app.page.getByRole('button', { name: 'Remove show' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Remove show' }).click();
  await expect(app.page.getByRole('status').filter({ hasText: 'Unsubscribed' })).toBeVisible();
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

test('files that come, go and change their names are noticed, and a drive that is away deletes nothing', async ({
  app,
  page,
  place,
  folder,
}) => {
  await answerDialogs(app, folder);
  await addFolder(page);
  await openEpisode(page, 'Аэлита');
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(2);
  await player(page).getByRole('button', { name: 'Pause' }).click();
  const heard = await position(page);

  await rename(path.join(folder, '2026-11-22 Аэлита.mp3'), path.join(folder, '2026-11-21 Прогулка.mp3'));
  await expect(page.getByRole('heading', { level: 1, name: 'Прогулка' })).toBeVisible();
  await page.getByRole('link', { name: /All episodes of/ }).click();
  await writeFile(
    path.join(folder, '2026-11-29 New one.mp3'),
    await taggedSample('aelita.mp3', { TCON: 'Talk' }),
  );
  await expect(titles(page)).toHaveText([/New one/, /By the sea/, /Прогулка/]);
  await rm(path.join(folder, 'More', 'track.mp3'));
  await expect(titles(page)).toHaveText([/New one/, /Прогулка/]);
  await rm(path.join(folder, '2026-11-21 Прогулка.mp3'));
  await expect(titles(page).filter({ hasText: 'Прогулка' })).toContainText('File is missing');
  await openEpisode(page, 'Прогулка');
  await expect(page.getByRole('alert')).toContainText('The file is not in its folder any more');

  await rename(folder, path.join(place, 'Elsewhere'));
  await page.getByRole('link', { name: /All episodes of/ }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText('The folder of this show is not there');
  await expect(titles(page)).toHaveCount(2);
  await answerDialogs(app, path.join(place, 'Elsewhere'));
  await writeFile(path.join(place, 'Elsewhere', 'back.mp3'), await taggedSample('aelita.mp3'));
  await page.getByRole('main').getByRole('button', { name: 'Choose folder…' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(titles(page)).toHaveCount(2);
  // The same sound under another name, in another place: where one stopped is known.
  await openEpisode(page, 'back');
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(Math.floor(heard) - 1);
});

test.describe('по-русски', () => {
  test.use({ language: 'ru' });

  test('папку добавляют и слушают одной клавиатурой', async ({ app, page, folder }) => {
    await answerDialogs(app, folder);
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'Добавить передачу' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Папка на этом компьютере' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Walks' })).toBeVisible();
    const list = page.getByRole('list', { name: 'Выпуски' });
    await list.getByRole('listitem').first().focus();
    await page.keyboard.press('d');
    await expect(page.getByRole('status').filter({ hasText: 'Этот файл лежит в вашей папке' })).toBeVisible();
    await page.keyboard.press('p');
    await expect(
      page.getByRole('region', { name: 'Плеер' }).getByRole('button', { name: 'Пауза' }),
    ).toBeVisible();
  });
});
