import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { decodeSound, hearWord, silenceAfter } from '../fixtures/hear-word.ts';
import { hearing } from '../fixtures/hearing.ts';
import { soundServerInstalled } from '../fixtures/null-sink.ts';
import { addSampleShow, downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility: Mr. Dashwood considers';
/** From sample/sense-and-sensibility.vtt, in seconds. */
const words = { leisure: 2.22, prudently: 4.94, selfish: 12.87, respectable: 19.66 };

async function openSample(page: Page): Promise<void> {
  await addSampleShow(page);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
}

const transcript = (page: Page) => page.getByRole('article', { name: 'Transcript' });

test('a click on a word plays from that word, and the word is marked @packaged', async ({ page }) => {
  await openSample(page);
  for (const [word, seconds] of Object.entries(words)) {
    await transcript(page).getByText(word, { exact: true }).click();
    await expect(transcript(page).locator('[aria-current="true"]')).toHaveText(new RegExp(`^${word}`));
    expect(Math.abs((await position(page)) - seconds)).toBeLessThan(1.5);
    await player(page).getByRole('button', { name: 'Pause' }).click();
  }
});

hearing.describe('by ear', () => {
  // Where there is no sound server the app cannot be heard; set-up installs one on Debian as root, so CI always hears.
  hearing.skip(!soundServerInstalled(), 'No PulseAudio here: the clicked word is checked by its mark alone.');

  hearing('the sound that comes after a click is the clicked word', async ({ page, sink }) => {
    await openSample(page);
    const reference = await decodeSound(page, await readFile('sample/sense-and-sensibility.mp3'));
    for (const [word, seconds] of Object.entries(words)) {
      const heardAt = await hearWord({ page, sink, word, reference });
      const silence = silenceAfter(reference, seconds);
      expect(Math.abs(heardAt - seconds - silence), word).toBeLessThan(0.05);
    }
  });
});

test('the text follows the sound until the reader scrolls away, and comes back on Escape', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 520 });
  await openSample(page);
  const follow = page.getByRole('button', { name: 'Follow audio' });
  await transcript(page).getByText('respectable', { exact: true }).click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await transcript(page).hover();
  await page.mouse.wheel(0, 600);
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(transcript(page).locator('[aria-current="true"]')).toBeInViewport();
});

test('a word found in the transcript can be played', async ({ page }) => {
  await openSample(page);
  await page
    .getByRole('button', { name: 'Find in transcript' })
    .or(page.getByRole('searchbox', { name: 'Find in transcript' }))
    .first()
    .click();
  await page.getByRole('searchbox', { name: 'Find in transcript' }).fill('SELFISH');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await transcript(page).getByText('selfish', { exact: true }).click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(Math.floor(words.selfish));
});
