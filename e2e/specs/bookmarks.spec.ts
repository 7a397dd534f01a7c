import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';

test('a place is kept by key with a note, found again, mended, deleted and brought back', async ({ app }) => {
  const { page } = app;
  await addSampleShow(page);
  await openEpisode(page, title);
  const bookmarks = page.getByRole('region', { name: 'Bookmarks' });
  await expect(bookmarks).toContainText('Keep a place while you listen');
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('Shift+B');
  await expect(bookmarks.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Bookmark at 0:0/ });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('The notice on the wall');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(bookmarks.getByRole('listitem')).toContainText('The notice on the wall');

  const again = await app.restart();
  const kept = again.getByRole('region', { name: 'Bookmarks' }).getByRole('listitem');
  await player(again).getByRole('link').click();
  await player(again).getByRole('slider', { name: 'Position' }).press('End');
  await kept.getByRole('button', { name: /^Play from 0:0.: The notice/ }).click();
  await expect.poll(() => position(again)).toBeLessThan(20);

  await kept.getByRole('button', { name: 'Edit the note' }).click();
  await again.getByRole('textbox', { name: 'Note' }).fill('Two readers');
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(kept).toContainText('Two readers');
  await kept.getByRole('button', { name: 'Delete bookmark' }).focus();
  await again.keyboard.press('Enter');
  await expect(kept).toHaveCount(0);
  await expect(again.getByRole('button', { name: 'Add bookmark' }).first()).toBeFocused();
  await again.keyboard.press('F8');
  await again.keyboard.press('Enter');
  await expect(kept).toContainText('Two readers');
});

test('the player keeps a place of the episode from any screen', async ({ page }) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(1);
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Queue' }).click();
  await player(page).getByRole('button', { name: 'Add bookmark' }).click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('From the queue');
  await page.getByRole('button', { name: 'Save' }).click();
  await player(page).getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Bookmarks' })).toContainText('From the queue');
});
