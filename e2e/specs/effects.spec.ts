import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LoudnessMeter } from '../../core/audio/loudness.ts';
import { targetLufs } from '../../core/playback/level-gain.ts';
import { expect, test } from '../fixtures/app.ts';
import type { MadeSound } from '../fixtures/made-wav.ts';
import { madeWav } from '../fixtures/made-wav.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { recordedRate, soundServerInstalled, startNullSink, type NullSink } from '../fixtures/null-sink.ts';
import type { PodcastServer } from '../fixtures/podcast-server.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import {
  addSampleShow,
  addShow,
  downloadOpenEpisode,
  openEpisode,
  player,
  position,
} from '../fixtures/screens.ts';

const title = 'Ten tones';
const voice = 'Аэлита: объявление на стене';
const silence = (seconds: number): MadeSound => ({ seconds, hz: 0, db: -Infinity });
/** Ten tones of a second, each with a pause of 1.2 s after it. */
const tones = Array.from({ length: 10 }, (_, at): MadeSound[] => [
  { seconds: 1, hz: 500 + 100 * at, db: -12 },
  silence(1.2),
]).flat();

const withServer = test.extend<{ server: PodcastServer; sink: NullSink }>({
  server: async ({}, use) => {
    const server = await startPodcastServer();
    await use(server);
    await server.stop();
  },
  sink: async ({}, use) => {
    const sink = await startNullSink();
    await use(sink);
    await sink.stop();
  },
});

interface SoundFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type: string;
}

const wav: SoundFile = { name: 'tones.wav', bytes: madeWav(tones), type: 'audio/wav' };
/** The same tones as AAC, a little quieter. */
const aac = (name: string, type: string): SoundFile => ({
  name,
  bytes: readFileSync(path.join('e2e', 'fixtures', name)),
  type,
});

async function openSound(page: Page, server: PodcastServer, sound: SoundFile): Promise<void> {
  server.bytes(`/${sound.name}`, sound.bytes, sound.type);
  const episodes = [{ title, guid: 'tones', audio: `${server.origin}/${sound.name}` }];
  server.text('/feed.xml', makeFeed({ title: 'Tones', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
}

async function switchOn(page: Page, name: string): Promise<void> {
  await player(page).getByRole('button', { name: 'Speed' }).click();
  await page.getByRole('switch', { name }).click();
  await expect(page.getByRole('switch', { name })).toBeChecked();
  await page.keyboard.press('Escape');
}

const play = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
const pause = (page: Page) => player(page).getByRole('button', { name: 'Pause' }).click();

async function showSettings(page: Page) {
  await page.getByRole('link', { name: 'Tones' }).first().click();
  await page.getByRole('button', { name: 'Show settings' }).click();
  return page.getByRole('dialog', { name: /Settings for/ });
}

withServer('intro and outro of a show are left out, said and given back', async ({ page, server }) => {
  await openSound(page, server, wav);
  const dialog = await showSettings(page);
  await expect(dialog.getByRole('combobox', { name: 'Speed' })).toHaveText(/As for all shows \(1×\)/);
  await dialog.getByRole('combobox', { name: 'Skip at the start' }).selectOption('5 s');
  await dialog.getByRole('combobox', { name: 'Skip at the end' }).selectOption('5 s');
  await page.keyboard.press('Escape');
  await openEpisode(page, title);
  await play(page);
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(5);
  await page.getByRole('status').filter({ hasText: 'Intro left out (5 s)' }).waitFor();
  await page.getByRole('button', { name: 'Play it' }).click();
  await expect.poll(() => position(page)).toBeLessThan(4);
  // Through the seam: ten seconds before the end, the outro begins five seconds later.
  await player(page).getByRole('slider', { name: 'Position' }).press('End');
  for (const _step of [1, 2]) await player(page).getByRole('slider', { name: 'Position' }).press('ArrowLeft');
  await player(page).getByRole('button', { name: 'Play' }).click();
  await page.getByRole('status').filter({ hasText: 'Outro left out (5 s)' }).waitFor();
});

test('the pauses of a downloaded MP3 are found and left out @packaged', async ({ page }) => {
  await addSampleShow(page);
  await openEpisode(page, voice);
  await downloadOpenEpisode(page);
  await switchOn(page, 'Skip silence');
  await play(page);
  await player(page).getByRole('button', { name: 'Speed' }).click();
  await page.getByRole('button', { name: '2×', exact: true }).click();
  await expect(page.getByText(/[1-9]\ss saved in this episode/)).toBeVisible({ timeout: 30_000 });
});

withServer('a show of music plays as it is and says so', async ({ page, server }) => {
  server.bytes('/tones.wav', madeWav(tones), 'audio/wav');
  const feed = makeFeed({ title: 'Tones', episodes: [{ title, audio: `${server.origin}/tones.wav` }] });
  server.text('/feed.xml', feed.replace('<channel>', '<channel><podcast:medium>music</podcast:medium>'));
  await addShow(page, `${server.origin}/feed.xml`);
  await page.keyboard.press('Shift+Period');
  await openEpisode(page, title);
  await play(page);
  const speed = player(page).getByRole('button', { name: 'Speed' });
  await expect(speed).toHaveAccessibleDescription('1×');
  await speed.click();
  await expect(page.getByText('This show is music')).toBeVisible();
});

withServer('a show keeps a speed of its own, and the others the speed of all', async ({ page, server }) => {
  await openSound(page, server, wav);
  await play(page);
  await switchOn(page, 'Only for this show');
  await player(page).getByRole('button', { name: 'Speed' }).click();
  await page.getByRole('button', { name: '1.5×' }).click();
  await page.keyboard.press('Escape');
  const dialog = await showSettings(page);
  const speed = dialog.getByRole('combobox', { name: 'Speed' });
  await expect(speed.locator('option:checked')).toHaveText('1.5×');
  await speed.selectOption('As for all shows (1×)');
  await page.keyboard.press('Escape');
  await expect(player(page).getByRole('button', { name: 'Speed' })).toHaveAccessibleDescription('1×');
});

withServer.describe('by ear', () => {
  withServer.skip(!soundServerInstalled(), 'No PulseAudio here.');
  // One after the other: two recordings at once make holes in each other on a small machine.
  withServer.describe.configure({ mode: 'default' });
  withServer.use({ environment: async ({ sink }, use) => use(sink.environment) });

  for (const sound of [wav, aac('tones.m4a', 'audio/mp4'), aac('tones.aac', 'audio/aac')])
    withServer(
      `skipped silence shortens pauses and cuts no sound (${sound.name})`,
      async ({ page, server, sink }) => {
        await openSound(page, server, sound);
        await switchOn(page, 'Skip silence');
        await play(page);
        const speed = player(page).getByRole('button', { name: 'Speed' });
        await speed.click();
        // The pauses are known: one has been left out.
        await expect(page.getByText(/[1-9]\ss saved in this episode/)).toBeVisible({ timeout: 30_000 });
        await page.keyboard.press('Escape');
        await pause(page);
        await player(page).getByRole('slider', { name: 'Position' }).press('Home');

        const recording = await sink.record();
        await player(page).getByRole('button', { name: 'Play' }).click();
        await expect.poll(() => position(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);
        await pause(page);
        const all = soundsOf(await recording.stop()).slice(0, -1);
        // What was on its way when it was paused in a tone is heard first.
        const heard = all.filter(({ seconds }, at) => at > 0 || seconds > 0.1);
        expect(heard.length).toBeGreaterThanOrEqual(9);
        for (const { seconds } of heard) expect(seconds).toBeGreaterThan(0.98);
        const pauses = heard.slice(1).map(({ start }, at) => start - heard[at]!.start - heard[at]!.seconds);
        for (const seconds of pauses) expect(seconds).toBeLessThan(0.7);
        expect(pauses.toSorted((one, other) => one - other)[4]).toBeLessThan(0.4);
      },
    );

  withServer('a voice is brought to the common loudness', async ({ page, sink }) => {
    await addSampleShow(page);
    await openEpisode(page, voice);
    await downloadOpenEpisode(page);
    await switchOn(page, 'Level voices');
    const recording = await sink.record();
    await play(page);
    await expect.poll(() => position(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(24);
    await pause(page);
    const samples = await recording.stop();
    const meter = new LoudnessMeter();
    // What is heard before the analysis is there comes out as it is.
    meter.push([samples.subarray(-12 * recordedRate)], recordedRate);
    const { integratedLufs } = meter.measure();
    expect(Math.abs((integratedLufs ?? 0) - targetLufs)).toBeLessThan(1.5);
  });
});

/** Stretches of sound in a recording, in seconds; holes shorter than a twentieth belong to them. */
function soundsOf(samples: Float32Array): { start: number; seconds: number }[] {
  const sounds: { start: number; end: number }[] = [];
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 0.02) return;
    const last = sounds.at(-1);
    if (last && at - last.end < recordedRate / 20) last.end = at;
    else sounds.push({ start: at, end: at });
  });
  return sounds.map(({ start, end }) => ({
    start: start / recordedRate,
    seconds: (end - start) / recordedRate,
  }));
}
