import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Recording } from '../../fixtures/null-sink.ts';
import { recordedRate } from '../../fixtures/null-sink.ts';
import { heardTime } from './heard-time.ts';

/** One click on a moment of the file and what was heard first after it. */
export interface Click {
  readonly askedSeconds: number;
  /** Null when nothing was heard. */
  readonly heardSeconds: number | null;
  /** From setting `currentTime` to the event `seeked`. */
  readonly seekMs: number;
}

export interface Player {
  readonly page: Page;
  readonly recording: Recording;
}

const playedMs = 420;
const silenceMs = 150;

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

/** Seeks while paused, plays 0.4 s, pauses; the recording tells what a listener heard. */
export async function click({ page, recording }: Player, askedSeconds: number): Promise<Click> {
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
  return {
    askedSeconds,
    heardSeconds: heardTime(recording.samples().subarray(before), recordedRate),
    seekMs,
  };
}
