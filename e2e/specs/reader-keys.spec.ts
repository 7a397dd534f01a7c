import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { openLongText, sentenceSeconds, sentencesOfTurn } from '../fixtures/long-text-show.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { downloadOpenEpisode, player, position } from '../fixtures/screens.ts';

const current = (page: Page) =>
  page.getByRole('article', { name: 'Transcript' }).locator('[aria-current="true"]');

/** The word being said, by its number in the text. */
const isAt = (page: Page, text: RegExp) => expect(current(page)).toHaveText(text);

async function openPaused(page: Page, number: number): Promise<void> {
  await page
    .getByRole('article', { name: 'Transcript' })
    .getByText(`number${number}`, { exact: true })
    .click();
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await page.keyboard.press('.');
  await page.keyboard.press(',');
  await isAt(page, /^Sentence/);
}

test('keys move the sound by sentence, word and paragraph, and the text goes with it', async ({ page }) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await downloadOpenEpisode(page);
  await openPaused(page, 5);
  expect(await position(page)).toBe(5 * sentenceSeconds);
  await page.keyboard.press(';');
  await isAt(page, /^little/);
  await page.keyboard.press("'");
  await page.keyboard.press("'");
  await isAt(page, /^number5$/);
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  expect(await position(page)).toBe(7 * sentenceSeconds);
  await page.keyboard.press(',');
  expect(await position(page)).toBe(6 * sentenceSeconds);
  await page.keyboard.press('=');
  expect(await position(page)).toBe(2 * sentencesOfTurn * sentenceSeconds);
  await page.keyboard.press('-');
  expect(await position(page)).toBe(sentencesOfTurn * sentenceSeconds);
  await expect(current(page)).toBeInViewport();
  await server.stop();
});

test('a sentence is repeated until it is let go, and the loop goes along with the steps', async ({
  page,
}) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await downloadOpenEpisode(page);
  await openPaused(page, 5);
  await page.keyboard.press('Shift+l');
  await page.keyboard.press('.');
  await page.keyboard.press('Space');
  // Sentence 6 is said, and then again: its last word is followed by its first.
  await isAt(page, /^little/);
  await isAt(page, /^Sentence/);
  expect(await position(page)).toBeLessThan(7 * sentenceSeconds);
  await page.keyboard.press('Shift+l');
  await expect.poll(() => position(page)).toBeGreaterThan(7 * sentenceSeconds);
  await server.stop();
});

test('the keys are in the sheet, and say why they do nothing', async ({ page }) => {
  await page.keyboard.press('.');
  await expect(page.getByRole('status').filter({ hasText: 'No text is open' })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('Repeat the sentence being said')).toBeVisible();
  await expect(sheet.getByText('Sound on to the next paragraph')).toBeVisible();
});

test('a time in the notes plays from there; a time of day and a link do not', async ({ page }) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await downloadOpenEpisode(page);
  await page.getByRole('tab', { name: 'Show notes' }).click();
  await page.getByRole('button', { name: 'Play from 1:30' }).click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(90);
  expect(await position(page)).toBeLessThan(100);
  await expect(page.getByRole('button', { name: 'Play from 20:30' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play from 3:15' })).toHaveCount(0);
  await server.stop();
});

test('a long passage is copied with its source, time and address, a few words without', async ({ page }) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await page.evaluate(() =>
    addEventListener('copy', ({ clipboardData }) => {
      const copied = ['text/plain', 'text/html'].map((type) => clipboardData?.getData(type) ?? '');
      Object.assign(window, { copied });
    }),
  );
  const copied = () => page.evaluate(() => (window as unknown as { copied: [string, string] }).copied);
  const words = (number: number) =>
    page.getByRole('article', { name: 'Transcript' }).getByText(`number${number}`, { exact: true });
  await words(2).dblclick();
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(async () => (await copied())[0].trim()).toBe('number2');
  // The page glides to the word that the first click plays, so nobody drags a mouse here.
  const last = await words(19).elementHandle();
  await words(1).evaluate((first, end) => {
    document.getSelection()?.setBaseAndExtent(first.firstChild!, 0, end.firstChild!, end.textContent.length);
  }, last);
  await page.keyboard.press('ControlOrMeta+c');
  await expect
    .poll(async () => (await copied())[0])
    .toMatch(
      /^number1 says[\s\S]*number19\n\n— “A long conversation”, Talk, 0:03\nhttps:\/\/example\.org\/long$/,
    );
  expect((await copied())[1]).toContain('<a href="https://example.org/long">— “A long conversation”');
  await server.stop();
});
