import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

test('a damaged settings file is set aside, defaults hold, and the user is told', async ({ app }) => {
  await app.quit();
  await writeFile(path.join(app.dataFolder, 'settings.json'), '{ "theme": "dark", ');
  const page = await app.start();
  const told = page.getByRole('alert').or(page.getByRole('status'));
  await expect(told.filter({ hasText: 'The settings file was damaged' }).first()).toBeVisible();
  expect(await readFile(path.join(app.dataFolder, 'settings.damaged.json'), 'utf8')).toContain('dark');
});

test('settings of a newer Earmark are set aside untouched, and the user is told', async ({ app }) => {
  await app.quit();
  const newer = JSON.stringify({ version: 2, theme: 'dark', somethingNew: true });
  await writeFile(path.join(app.dataFolder, 'settings.json'), newer);
  const page = await app.start();
  const told = page.getByRole('alert').or(page.getByRole('status'));
  await expect(told.filter({ hasText: 'written by a newer Earmark' }).first()).toBeVisible();
  expect(await readFile(path.join(app.dataFolder, 'settings.newer.json'), 'utf8')).toBe(newer);
});

test('with garbage in every file beside the library the app starts, and downloads work again', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const title = 'Аэлита: объявление на стене';
  await addSampleShow(app.page);
  await openEpisode(app.page, title);
  await downloadOpenEpisode(app.page);
  await app.quit();
  const downloads = path.join(app.dataFolder, 'Downloads');
  const work = path.join(downloads, '.earmark');
  const garbage = Buffer.from([0, 255, 123, 34, 10, 200, 0]);
  await mkdir(work, { recursive: true });
  for (const name of ['ledger.jsonl', 'a-b.json', 'a-b.part'])
    await writeFile(path.join(work, name), garbage);
  const beside = path.join(app.dataFolder, 'Download ledgers');
  for (const name of await readdir(beside)) await writeFile(path.join(beside, name), garbage);
  await writeFile(path.join(app.dataFolder, 'download-folders.json'), garbage);
  await writeFile(path.join(app.dataFolder, 'download-queue.json'), garbage);
  const audio = async (): Promise<string[]> =>
    (await readdir(downloads, { recursive: true })).filter((name) => name.endsWith('.mp3'));
  const before = await audio();
  expect(before).toHaveLength(1);

  const page = await app.start();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  expect(await audio()).toEqual(before);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Try the download again|^Download$/ })
    .first()
    .click();
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: /^Downloaded|Delete download/ })
      .first(),
  ).toBeVisible();
});
