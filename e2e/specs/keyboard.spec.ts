import { expect, test } from '../fixtures/app.ts';
import { player, position } from '../fixtures/screens.ts';

test('add, download, play, find and read without a mouse', async ({ page }) => {
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

  const paragraph = page.getByRole('article', { name: 'Transcript' }).locator('[tabindex]').first();
  await paragraph.focus();
  await press('ArrowRight', 'ArrowRight', 'Enter');
  await expect.poll(() => position(page)).toBeGreaterThan(1);
  await press('Space');
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();

  await press('Control+k');
  await expect(page.getByRole('searchbox', { name: 'Search library' })).toBeFocused();
  await press('Escape');
  await page.getByRole('heading', { level: 1 }).first().click();
  await press('?');
  await expect(page.getByRole('dialog')).toContainText(/Space/);
  await press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
