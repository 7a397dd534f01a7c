import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, player, position } from '../fixtures/screens.ts';

test('add, download, play, find and read without a mouse @packaged', async ({ page }) => {
  const press = (...keys: string[]) =>
    keys.reduce(async (done, key) => {
      await done;
      await page.keyboard.press(key);
    }, Promise.resolve());
  const focused = page.locator(':focus');

  // Reaching "Add show" by Tab from the start of the window.
  await expect
    .poll(
      async () => {
        await press('Tab');
        return focused.evaluate(
          (element) => element.textContent + (element.getAttribute('aria-label') ?? ''),
        );
      },
      { intervals: [0] },
    )
    .toMatch(/Sample show|Try the sample/i);
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Earmark Sample/ })).toBeVisible();

  const list = page.getByRole('list', { name: 'Episodes' });
  await expect
    .poll(
      async () => {
        await press('Tab');
        return list.evaluate((element) => element.contains(document.activeElement));
      },
      { intervals: [0] },
    )
    .toBe(true);
  await press('ArrowDown', 'ArrowUp', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Аэлита/ })).toBeVisible();

  await expect
    .poll(
      async () => {
        await press('Tab');
        return focused.evaluate((element) =>
          (element.getAttribute('aria-label') ?? element.textContent).trim(),
        );
      },
      { intervals: [0] },
    )
    .toBe('Download');
  await press('Enter');
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: /^Downloaded|Delete download/ })
      .first(),
  ).toBeVisible();

  await press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Find in transcript' })).toBeFocused();
  await page.keyboard.type('ситцевом');
  await press('Enter', 'Escape');

  const article = page.getByRole('article', { name: 'Transcript' });
  await expect
    .poll(
      async () => {
        await press('Tab');
        return article.evaluate((element) => element.contains(document.activeElement));
      },
      { intervals: [0] },
    )
    .toBe(true);
  await press('ArrowRight', 'ArrowRight', 'Enter');
  await expect.poll(() => position(page)).toBeGreaterThan(1);
  await press('Space');
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();

  await press('Control+k');
  await expect(page.getByRole('searchbox', { name: 'Search library' })).toBeFocused();
  await press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Search library' })).not.toBeFocused();
  await press('?');
  await expect(page.getByRole('dialog')).toContainText(/Space/);
  await press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('closing a dialog and removing a row leave the focus where the keyboard can go on', async ({ page }) => {
  await addSampleShow(page);
  const rows = page.getByRole('list', { name: 'Episodes' }).getByRole('listitem');
  await rows.first().focus();
  await page.keyboard.press('q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('q');
  for (const key of ['Control+n', '?']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rows.nth(1)).toBeFocused();
  }
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
  await expect(rows).toHaveCount(2);
  await rows.first().focus();
  await page.keyboard.press('q');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('q');
  await expect(page.getByText('The queue is empty')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});
