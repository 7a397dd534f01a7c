import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, openEpisode } from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';

/** Makes every disk say that so many bytes are free. */
async function leaveFree(app: EarmarkApp, bytes: number): Promise<void> {
  await app.electron?.evaluate((_electron, free) => {
    const files = process.getBuiltinModule('node:fs/promises');
    files.statfs = (() => Promise.resolve({ bavail: free, bsize: 1 })) as unknown as typeof files.statfs;
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, bytes);
}

test('on a full disk a download waits, says why beside the episode, and goes on by itself', async ({
  app,
  page,
}) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await leaveFree(app, 1_000_000);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Download', exact: true }).first().click();
  await expect(main.getByText('There is no room left on the disk').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
  await expect(main.getByText('There is no room left on the disk').first()).toBeVisible();
  await leaveFree(app, 10_000_000_000);
  await expect(main.getByRole('button', { name: 'Delete download' }).first()).toBeVisible({
    timeout: 30_000,
  });
});

test('a download folder whose drive is away is waited for, not made anew', async ({ app }) => {
  test.setTimeout(120_000);
  const drive = path.join(app.dataFolder, 'drive');
  await mkdir(drive);
  await app.page.evaluate(() =>
    (
      globalThis as unknown as { desktop: { invoke(channel: string, args: unknown): Promise<unknown> } }
    ).desktop.invoke('settings:change', { theme: 'dark' }),
  );
  await app.quit();
  const settings = path.join(app.dataFolder, 'settings.json');
  const saved = JSON.parse(await readFile(settings, 'utf8')) as object;
  await writeFile(settings, JSON.stringify({ ...saved, downloadFolder: drive }));
  const page = await app.start();
  await addSampleShow(page);
  await openEpisode(page, title);
  await rename(drive, `${drive}-away`);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Download', exact: true }).first().click();
  await expect(main.getByText('The download folder is not there').first()).toBeVisible();
  expect(await readdir(app.dataFolder)).not.toContain('drive');
  await rename(`${drive}-away`, drive);
  await expect(main.getByRole('button', { name: /^Downloaded|Delete download/ }).first()).toBeVisible({
    timeout: 30_000,
  });
});

test.describe('in Russian', () => {
  test.use({ language: 'ru' });

  test('a full disk is told in the language of the user', async ({ app, page }) => {
    await leaveFree(app, 1_000_000);
    await page
      .getByRole('button', { name: /Добавить/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /[Пп]робн|[Оо]бразец|[Пп]ример/ })
      .click();
    await page.getByRole('main').getByRole('link', { name: title }).first().click();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Загрузить|Скачать)$/ })
      .first()
      .click();
    await expect(page.getByRole('main').getByText('На диске нет места').first()).toBeVisible();
  });
});
