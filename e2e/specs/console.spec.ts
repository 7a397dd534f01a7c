import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

/** Everything the page complains of from now on. Violations of the content security policy are errors of the console too. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  return complaints;
}

async function visitScreens(page: Page): Promise<void> {
  await addSampleShow(page);
  await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
  await downloadOpenEpisode(page);
  await page.getByRole('article', { name: 'Transcript' }).getByText('leisure', { exact: true }).click();
  await page.getByRole('button', { name: 'Text settings' }).click();
  await page.keyboard.press('Escape');
  for (const name of ['New', 'Queue', 'Downloads', 'Highlights', 'Shows', 'Settings']) {
    await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
}

test('nothing is said to the console, at the start or on any screen', async ({ page }) => {
  const complaints = complaintsOf(page);
  // The window was there before anybody listened.
  await page.reload();
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await visitScreens(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Chromium tells of a preloaded file that nobody used only some seconds after the page was loaded.
  await expect(page.getByRole('region', { name: 'Player' })).toBeVisible();
  expect(complaints).toEqual([]);
});
