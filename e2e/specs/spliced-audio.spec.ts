import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { mp3Format } from '../../core/audio/frame-format.ts';
import { FrameScanner } from '../../core/audio/frame-scanner.ts';
import { mp3Frames } from '../../core/audio/made-audio.ts';
import { catchElement, holdElement, listen } from '../bench/seek/click-through.ts';
import { expect, test } from '../fixtures/app.ts';
import { decodeSound } from '../fixtures/hear-word.ts';
import { hearing } from '../fixtures/hearing.ts';
import { locateSound, soundStart } from '../fixtures/locate-sound.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { recordedRate, soundServerInstalled, type NullSink } from '../fixtures/null-sink.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

const title = 'Two voices and a silence';
const cutSeconds = 12;
/** In the midst of speech, before two frames that need what stands before the insertion. */
const farLookingSeconds = 322 * 0.036;
/** At another rate than the sample's: a seam at which Chromium stops by itself. */
const silentFrames = 100;
const silentSeconds = (silentFrames * 576) / 22_050;
/** Share of full scale that is speech and no breath. */
const audible = 0.05;
const clear = 0.8;
/** The first tenth of a second behind a seam. */
const firstSamples = recordedRate / 10;

interface Spliced {
  readonly bytes: Buffer;
  /** Where the silence begins, in seconds. */
  readonly seam: number;
  readonly whole: Buffer;
}

/** The sample's own frames, and between them two seconds and a half of silence in another rate. */
async function splice(atSeconds: number): Promise<Spliced> {
  const whole = await readFile('sample/sense-and-sensibility.mp3');
  const scanner = new FrameScanner(mp3Format, whole.length);
  scanner.push(whole);
  const scan = scanner.end();
  if (scan.kind !== 'indexed') throw new Error(scan.kind);
  const { pieces, runs, sizes } = scan.table;
  const { samplesPerFrame = 1, sampleRate = 1 } = pieces[0] ?? {};
  const frames = Math.round((atSeconds * sampleRate) / samplesPerFrame);
  const cut = sizes.subarray(0, frames).reduce((sum, size) => sum + size, runs[0]?.offset ?? 0);
  const silence = mp3Frames(silentFrames, { version: 2, bitrate: 4, mono: true });
  const bytes = Buffer.concat([whole.subarray(0, cut), silence, whole.subarray(cut)]);
  return { bytes, seam: (frames * samplesPerFrame) / sampleRate, whole };
}

async function openSpliced(page: Page, { bytes }: Spliced): Promise<number> {
  const server = await startPodcastServer();
  server.bytes('/spliced.mp3', bytes, 'audio/mpeg');
  const episodes = [{ title, guid: 'spliced', audio: `${server.origin}/spliced.mp3` }];
  server.text('/feed.xml', makeFeed({ title: 'Spliced', episodes }));
  await catchElement(page);
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  await server.stop();
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  return holdElement(page);
}

test('an episode spliced of two rates has its whole length and plays through the seams', async ({ page }) => {
  const spliced = await splice(cutSeconds);
  const seconds = await openSpliced(page, spliced);
  expect(seconds).toBeGreaterThan(spliced.seam + silentSeconds + 5);
  const reached = await page.evaluate(
    async ({ from, until }) => {
      const { held } = globalThis as { held?: HTMLMediaElement };
      if (!held) throw new Error('nothing plays');
      held.currentTime = from;
      await held.play();
      await new Promise<void>((resolve, reject) => {
        held.addEventListener('error', () => reject(new Error(held.error?.message)));
        held.addEventListener('timeupdate', () => {
          if (held.currentTime > until) resolve();
        });
      });
      return held.currentTime;
    },
    { from: spliced.seam - 0.5, until: spliced.seam + silentSeconds + 0.5 },
  );
  expect(reached).toBeGreaterThan(spliced.seam + silentSeconds);
});

hearing.describe('by ear', () => {
  hearing.skip(!soundServerInstalled(), 'No PulseAudio here: the seam is checked by the clock alone.');

  hearing('a jump behind a seam plays what stands there', async ({ page, sink }) => {
    hearing.slow();
    const spliced = await splice(cutSeconds);
    await openSpliced(page, spliced);
    const reference = await decodeSound(page, spliced.whole);
    for (const [jump, sound] of [
      [spliced.seam - 2, spliced.seam - 2],
      [spliced.seam + silentSeconds + 3, spliced.seam + 3],
      [spliced.seam + silentSeconds + 1.5, spliced.seam + 1.5],
    ] as const) {
      const found = await hear({ page, sink, reference }, jump);
      const wait = soundStart(reference.subarray(Math.round(sound * recordedRate)), audible);
      expect(found.likeness).toBeGreaterThan(clear);
      expect(Math.abs((found.start - wait) / recordedRate - sound)).toBeLessThan(0.05);
    }
  });

  hearing(
    'what goes on behind an inserted piece is whole from its first frame on',
    async ({ page, sink }) => {
      hearing.slow();
      const spliced = await splice(farLookingSeconds);
      await openSpliced(page, spliced);
      const reference = await decodeSound(page, spliced.whole);
      const { start, heard } = await hear({ page, sink, reference }, spliced.seam + silentSeconds - 0.3);
      // Frames that lack what stands before the insertion are silent or noise: two of them here, of 36 ms each.
      const seam = Math.round(spliced.seam * recordedRate);
      expect((start - seam) / recordedRate).toBeLessThan(0.01);
      const first = heard.subarray(Math.max(0, seam - start), seam - start + firstSamples);
      const there = reference.subarray(seam - firstSamples / 4, seam + firstSamples * 1.5);
      expect(locateSound(first, there).likeness).toBeGreaterThan(clear);
    },
  );
});

interface Listening {
  readonly page: Page;
  readonly sink: NullSink;
  readonly reference: Float32Array;
}

/** A recording with holes, which a busy machine makes, is like nothing in the sample and is made again. */
async function hear(
  { page, sink, reference }: Listening,
  fromSeconds: number,
): Promise<ReturnType<typeof locateSound> & { readonly heard: Float32Array }> {
  let found: ReturnType<typeof locateSound> & { heard: Float32Array } = {
    start: 0,
    likeness: 0,
    heard: new Float32Array(0),
  };
  for (let attempt = 0; attempt < 4 && found.likeness < clear; attempt += 1) {
    const recording = await sink.record();
    const { heard } = await listen({ page, recording }, fromSeconds, 1200);
    await recording.stop();
    const start = Math.max(0, soundStart(heard, audible));
    const sound = heard.subarray(start);
    found = { ...locateSound(sound.subarray(0, recordedRate / 2), reference), heard: sound };
  }
  return found;
}
