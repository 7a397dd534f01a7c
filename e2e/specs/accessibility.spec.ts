import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Every rule axe has, on the screen as it stands. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.evaluate(await axeSource);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const told = results.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map((node) => `${node.html} ${node.failureSummary}`),
  }));
  expect(told, screen).toEqual([]);
}

async function visitEveryScreen(page: Page, visit: (screen: string) => Promise<void>): Promise<void> {
  const library = page.getByRole('navigation', { name: 'Library' });
  await visit('first start');
  await page.getByRole('button', { name: 'Add show' }).first().click();
  await visit('add show');
  await page.keyboard.press('Escape');
  await addSampleShow(page);
  await visit('show');
  await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
  await downloadOpenEpisode(page);
  await page.getByRole('article', { name: 'Transcript' }).getByText('leisure', { exact: true }).click();
  await visit('episode, playing');
  await page.getByRole('button', { name: 'Text settings' }).click();
  await visit('text settings');
  await page.keyboard.press('Escape');
  for (const link of ['New', 'Queue', 'Downloads', 'Highlights', 'Shows', 'Settings']) {
    await library.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await visit(link);
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await visit('keys');
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen breaks a rule of accessibility in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await visitEveryScreen(page, (screen) => expectAccessible(page, screen));
  });
}
