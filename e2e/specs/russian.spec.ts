import { expect, test } from '../fixtures/app.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';

test.use({ language: 'ru' });

test('по-русски: добавить, загрузить, слушать, читать @packaged', async ({ page }) => {
  const server = await startPodcastServer();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await page.getByRole('button', { name: 'Добавить передачу' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Добавить передачу' });
  await dialog.getByRole('textbox').first().fill(`${server.origin}/missing.xml`);
  await dialog.getByRole('button', { name: 'Подписаться' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/[а-яё]{4}/i);
  await dialog.getByRole('textbox').first().fill(`${server.origin}/sample/feed.xml`);
  await dialog.getByRole('button', { name: 'Подписаться' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Проба слова/ })).toBeVisible();
  await page
    .getByRole('link', { name: /Аэлита/ })
    .first()
    .click();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Загрузить', exact: true }).first().click();
  await expect(main.getByRole('button', { name: /Загружен/ }).first()).toBeVisible();
  await server.stop();
  await page.getByRole('article').getByText('ситцевом', { exact: true }).click();
  await expect(page.getByRole('article').locator('[aria-current="true"]')).toHaveText(/ситцевом|опрятном/);
});
