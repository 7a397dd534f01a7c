import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, openEpisode } from '../fixtures/screens.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../fixtures/small-disk.ts';

const title = 'Аэлита: объявление на стене';
/** Less, and more, than what Earmark leaves free for everything else. */
const [tooSmall, enough] = [100, 1000];

const onDisk = test.extend<{ disk: SmallDisk }>({
  disk: [
    async ({ app }, use) => {
      const disk = mountSmallDisk(path.join(app.dataFolder, 'Downloads'), tooSmall);
      try {
        await use(disk);
      } finally {
        disk.remove();
      }
    },
    { auto: true },
  ],
});

onDisk.describe('on a full disk', () => {
  onDisk.skip(noSmallDisk !== null, noSmallDisk ?? '');

  onDisk('a download waits, says why beside the episode, and goes on by itself', async ({ disk, page }) => {
    await addSampleShow(page);
    await openEpisode(page, title);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Download', exact: true }).first().click();
    await expect(main.getByText('There is no room left on the disk').first()).toBeVisible();
    await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
    await expect(main.getByText('There is no room left on the disk').first()).toBeVisible();
    disk.resize(enough);
    await expect(main.getByRole('button', { name: 'Delete download' }).first()).toBeVisible({
      timeout: 30_000,
    });
  });

  onDisk.describe('in Russian', () => {
    onDisk.use({ language: 'ru' });

    onDisk('a full disk is told in the language of the user', async ({ page }) => {
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
        .getByRole('button', { name: /^Загрузить$/ })
        .first()
        .click();
      await expect(page.getByRole('main').getByText('На диске нет места').first()).toBeVisible();
    });
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
