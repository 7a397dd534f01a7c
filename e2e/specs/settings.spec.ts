import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { addSampleShow, openEpisode } from '../fixtures/screens.ts';

test('theme and text settings hold at once and after a restart', async ({ app }) => {
  let page = app.page;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await addSampleShow(page);
  await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
  const size = () =>
    app.page
      .getByRole('article', { name: 'Transcript' })
      .evaluate((element) => getComputedStyle(element).fontSize);
  const before = await size();
  await page.getByRole('button', { name: 'Text settings' }).click();
  await page.getByRole('group', { name: 'Size' }).getByRole('button').last().click();
  await expect.poll(size).not.toBe(before);
  const after = await size();

  page = await app.restart();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(size).toBe(after);
});

test('another language is spoken at once, in the menu too, and the first one again', async ({ app }) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('Русский', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Настройки' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect.poll(() => firstMenu(app)).toMatch(/[а-я]/i);
  await page.getByRole('radiogroup', { name: 'Язык' }).getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('Settings show what Earmark may be used under', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Licences' }).click();
  await expect(page.getByRole('dialog', { name: 'Licences' })).toContainText('GNU GENERAL PUBLIC LICENSE');
});

test('the window comes back with the size it had', async ({ app }) => {
  await resize(app, { x: 40, y: 30, width: 900, height: 640 });
  await app.restart();
  expect(await bounds(app)).toMatchObject({ width: 900, height: 640 });
});

async function resize(app: EarmarkApp, to: { x: number; y: number; width: number; height: number }) {
  await app.electron?.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    to,
  );
}

function bounds(app: EarmarkApp) {
  return app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

function firstMenu(app: EarmarkApp) {
  return app.electron?.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.map(({ label }) => label)
      .join(' '),
  );
}
