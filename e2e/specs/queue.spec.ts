import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import type { PodcastServer } from '../fixtures/podcast-server.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, player } from '../fixtures/screens.ts';

const titles = ['Alpha', 'Bravo', 'Charlie', 'Delta'];
let server: PodcastServer;

test.beforeEach(async ({ page }) => {
  server = await startPodcastServer();
  const episodes = titles.map((title, index) => ({
    title,
    guid: title,
    audio: `${server.origin}/sample/aelita.mp3`,
    daysAgo: index,
    extra: `<itunes:duration>${(index + 1) * 600}</itunes:duration>`,
  }));
  server.text('/feed.xml', makeFeed({ title: 'Letters', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Letters' })).toBeVisible();
});

test.afterEach(async () => {
  await server.stop();
});

const rows = (page: Page): Locator => page.getByRole('list', { name: 'Episodes' }).getByRole('listitem');
const row = (page: Page, title: string): Locator =>
  page.getByRole('list', { name: 'Episodes' }).getByRole('listitem', { name: new RegExp(`^${title}`) });
const open = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: place, exact: true }).click();

async function order(page: Page): Promise<string> {
  const names = await rows(page).evaluateAll((elements) =>
    elements
      .toSorted((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
      .map((element) => element.ariaLabel?.split(',')[0]?.trim()),
  );
  return names.join(' ');
}

async function enqueue(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await row(page, name).hover();
    await row(page, name).getByRole('button', { name: 'Add to queue' }).click();
    await expect(row(page, name).getByRole('button', { name: 'Remove from queue' })).toBeAttached();
  }
  await open(page, 'Queue');
}

test('the queue is ordered by dragging and by keys, forgets nothing at a restart, and gives back what was removed', async ({
  app,
}) => {
  let { page } = app;
  await enqueue(page, titles);
  await expect.poll(() => order(page)).toBe('Alpha Bravo Charlie Delta');

  await row(page, 'Delta').dragTo(row(page, 'Alpha'), { targetPosition: { x: 200, y: 5 } });
  await expect.poll(() => order(page)).toBe('Delta Alpha Bravo Charlie');
  await row(page, 'Delta').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => order(page)).toBe('Alpha Delta Bravo Charlie');
  await page.keyboard.press('Alt+End');
  await expect.poll(() => order(page)).toBe('Alpha Bravo Charlie Delta');

  page = await app.restart();
  await open(page, 'Queue');
  await expect.poll(() => order(page)).toBe('Alpha Bravo Charlie Delta');

  await row(page, 'Bravo').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => order(page)).toBe('Alpha Charlie Delta');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => order(page)).toBe('Alpha Bravo Charlie Delta');

  await page.getByRole('button', { name: 'Clear the queue' }).click();
  await expect(page.getByText('The queue is empty')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => order(page)).toBe('Alpha Bravo Charlie Delta');
});

test('what ends makes room for the next of the queue', async ({ page }) => {
  await row(page, 'Charlie').hover();
  await row(page, 'Charlie').getByRole('button', { name: 'Play', exact: true }).click();
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await enqueue(page, ['Bravo']);
  await player(page).getByRole('slider', { name: 'Position' }).press('End');
  await expect(player(page)).toContainText('Bravo');
  await expect(page.getByText('The queue is empty')).toBeVisible();
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a playlist by hand keeps its order, plays on by itself, and comes back after it was deleted', async ({
  page,
}) => {
  const add = async (title: string) => {
    await row(page, title).focus();
    await page.keyboard.press('l');
  };
  await add('Charlie');
  const making = page.getByRole('dialog', { name: 'New playlist' });
  await making.getByRole('textbox', { name: 'Name' }).fill('For the train');
  await making.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Added to “For the train”')).toBeVisible();
  await add('Alpha');
  await page
    .getByRole('dialog', { name: 'Add to playlist' })
    .getByRole('button', { name: 'For the train' })
    .click();

  await open(page, 'Queue');
  await page.getByRole('link', { name: 'For the train' }).click();
  await expect.poll(() => order(page)).toBe('Charlie Alpha');
  await row(page, 'Alpha').getByRole('button', { name: 'Move up' }).click();
  await expect.poll(() => order(page)).toBe('Alpha Charlie');

  await page.getByRole('button', { name: 'Play the list' }).click();
  await expect(player(page)).toContainText('Alpha');
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await player(page).getByRole('slider', { name: 'Position' }).press('End');
  await expect(player(page)).toContainText('Charlie');

  await page.getByRole('button', { name: 'Delete playlist' }).click();
  await expect(page.getByRole('link', { name: 'For the train' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => order(page)).toBe('Alpha Charlie');
});

test('a playlist by rule follows what happens to its episodes', async ({ page }) => {
  await open(page, 'Queue');
  await page.getByRole('button', { name: 'New playlist' }).click();
  const making = page.getByRole('dialog', { name: 'New playlist' });
  await making.getByRole('textbox', { name: 'Name' }).fill('Long ones');
  await making.getByRole('radio', { name: 'By rule' }).check({ force: true });
  await making.getByRole('spinbutton', { name: 'At least, minutes' }).fill('20');
  await making.getByRole('combobox', { name: 'Order' }).selectOption('Shortest first');
  await making.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Long ones' })).toBeVisible();
  await expect.poll(() => order(page)).toBe('Bravo Charlie Delta');

  await row(page, 'Charlie').focus();
  await page.keyboard.press('m');
  await expect.poll(() => order(page)).toBe('Bravo Delta');

  await page.getByRole('button', { name: 'Edit playlist' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit playlist' });
  await editing.getByRole('checkbox', { name: 'not played', exact: true }).uncheck();
  await editing.getByRole('combobox', { name: 'Order' }).selectOption('Longest first');
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => order(page)).toBe('Delta Charlie Bravo');
});
