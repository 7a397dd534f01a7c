import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { hearing } from '../fixtures/hearing.ts';
import { locateSound, soundStart } from '../fixtures/locate-sound.ts';
import { recordedRate, soundServerInstalled, type NullSink } from '../fixtures/null-sink.ts';
import { addSampleShow, downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility: Mr. Dashwood considers';
/** From sample/sense-and-sensibility.vtt, in seconds. */
const words = { leisure: 2.22, prudently: 4.94, selfish: 12.87, respectable: 19.66 };

/** Share of full scale above which something is clearly heard. */
const audible = 0.01;
/** Likeness above which two sounds are the same. */
const clear = 0.8;

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
    const reference = await decode(page, await readFile('sample/sense-and-sensibility.mp3'));
    for (const [word, seconds] of Object.entries(words)) {
      const found = await hearWord({ page, sink, word, reference });
      const silence =
        soundStart(reference.subarray(Math.round(seconds * recordedRate)), audible) / recordedRate;
      expect(found.likeness, word).toBeGreaterThan(clear);
      expect(Math.abs(found.start / recordedRate - seconds - silence), word).toBeLessThan(0.05);
    }
  });
});

interface Listening {
  readonly page: Page;
  readonly sink: NullSink;
  readonly word: string;
  readonly reference: Float32Array;
}

/**
 * Clicks a word, listens to half a second and finds it in the episode. A recording with holes, which a busy machine makes,
 * is like nothing in it and is made again; sound from a wrong place is as clear as from the right one.
 */
async function hearWord({ page, sink, word, reference }: Listening): Promise<ReturnType<typeof locateSound>> {
  let found = { start: 0, likeness: 0 };
  for (let attempt = 0; attempt < 4 && found.likeness < clear; attempt += 1) {
    const recording = await sink.record();
    await transcript(page).getByText(word, { exact: true }).click();
    await expect.poll(() => heardSamples(recording.samples())).toBeGreaterThan(recordedRate);
    await player(page).getByRole('button', { name: 'Pause' }).click();
    const heard = await recording.stop();
    const start = soundStart(heard, audible);
    found = locateSound(heard.subarray(start, start + recordedRate / 2), reference);
  }
  return found;
}

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

async function decode(page: Page, file: Buffer): Promise<Float32Array> {
  const samples = await page.evaluate(
    async ({ base64, rate }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes.buffer);
      return [...sound.getChannelData(0)];
    },
    { base64: file.toString('base64'), rate: recordedRate },
  );
  return Float32Array.from(samples);
}

function heardSamples(samples: Float32Array): number {
  const start = soundStart(samples, audible);
  return start < 0 ? 0 : samples.length - start;
}
