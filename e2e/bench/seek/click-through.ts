import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Recording } from '../../fixtures/null-sink.ts';
import { recordedRate } from '../../fixtures/null-sink.ts';
import { hasHole, heardTime } from './heard-time.ts';

/** One click on a moment of the file and what was heard first after it. */
export interface Click {
  readonly askedSeconds: number;
  /** Null when nothing was heard. */
  readonly heardSeconds: number | null;
  /** From setting `currentTime` to the event `seeked`. */
  readonly seekMs: number;
  /** How often it was repeated because the machine did not play in time. */
  readonly repeated: number;
}

export interface Player {
  readonly page: Page;
  readonly recording: Recording;
}

const playedMs = 320;
const silenceMs = 120;
/** A hole that comes again each time is no accident of the machine: then the measurement stands. */
const mostRepeats = 3;

/** Loads `address` into an audio element of the page; answers the length the element reports, in seconds. */
export function load(page: Page, address: string): Promise<number> {
  return page.evaluate(async (source) => {
    const audio = new Audio(source);
    document.body.append(audio);
    audio.id = 'bench';
    await new Promise((resolve, reject) => {
      audio.addEventListener('loadedmetadata', resolve, { once: true });
      audio.addEventListener('error', () => reject(new Error(audio.error?.message)), { once: true });
    });
    return audio.duration;
  }, address);
}

export function unload(page: Page): Promise<void> {
  return page.evaluate(() => {
    const audio = document.querySelector<HTMLAudioElement>('#bench');
    audio?.removeAttribute('src');
    audio?.load();
    audio?.remove();
  });
}

/** Seeks while paused, plays a third of a second, pauses; the recording tells what a listener heard. */
export async function click(player: Player, askedSeconds: number): Promise<Click> {
  for (let repeated = 0; ; repeated++) {
    const { heard, seekMs } = await clickOnce(player, askedSeconds);
    const heardSeconds = heardTime(heard, recordedRate);
    const wasDisturbed = heardSeconds === null || hasHole(heard, recordedRate);
    if (!wasDisturbed || repeated === mostRepeats) return { askedSeconds, heardSeconds, seekMs, repeated };
  }
}

async function clickOnce(
  { page, recording }: Player,
  askedSeconds: number,
): Promise<{ heard: Float32Array; seekMs: number }> {
  await wait(silenceMs);
  const before = recording.samples().length;
  const seekMs = await page.evaluate(
    async ({ seconds, played }) => {
      const audio = document.querySelector<HTMLAudioElement>('#bench');
      if (!audio) throw new Error('no audio');
      const start = performance.now();
      const seeked = new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
      audio.currentTime = seconds;
      await seeked;
      const took = performance.now() - start;
      await audio.play();
      await new Promise((resolve) => setTimeout(resolve, played));
      audio.pause();
      return took;
    },
    { seconds: askedSeconds, played: playedMs },
  );
  await wait(silenceMs);
  return { heard: recording.samples().subarray(before), seekMs };
}
