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

type Caught = typeof globalThis & { caught?: HTMLMediaElement; held?: HTMLMediaElement };

const playedMs = 320;
const silenceMs = 120;
/** A hole that comes again each time is no accident of the machine: then the measurement stands. */
const mostRepeats = 3;

/** Takes hold of the app's own media element as soon as it is told to play. */
export async function catchElement(page: Page): Promise<void> {
  await page.evaluate(() => {
    type Play = (this: HTMLMediaElement) => Promise<void>;
    const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')?.value as Play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      (globalThis as Caught).caught = this;
      return play.call(this);
    };
  });
}

/** Waits until the app plays, stops the element and answers the length it reports, in seconds. */
export async function holdElement(page: Page): Promise<number> {
  await page.waitForFunction(() => {
    const element = (globalThis as Caught).caught;
    return element !== undefined && !element.paused && element.currentTime > 0;
  });
  return page.evaluate(() => {
    const element = (globalThis as Caught).caught;
    if (!element) throw new Error('nothing plays');
    element.pause();
    delete (globalThis as Caught).caught;
    (globalThis as Caught).held = element;
    return element.duration;
  });
}

/** Seeks while paused, plays a third of a second, pauses; the recording tells what a listener heard. */
export async function click(player: Player, askedSeconds: number): Promise<Click> {
  for (let repeated = 0; ; repeated++) {
    const { heard, seekMs } = await listen(player, askedSeconds, playedMs);
    const heardSeconds = heardTime(heard, recordedRate);
    const wasDisturbed = heardSeconds === null || hasHole(heard, recordedRate);
    if (!wasDisturbed || repeated === mostRepeats) return { askedSeconds, heardSeconds, seekMs, repeated };
  }
}

/** What is heard of `forMs` from a moment on. */
export async function listen(
  { page, recording }: Player,
  fromSeconds: number,
  forMs: number,
): Promise<{ heard: Float32Array; seekMs: number }> {
  await wait(silenceMs);
  const before = recording.samples().length;
  const seekMs = await page.evaluate(
    async ({ seconds, played }) => {
      const audio = (globalThis as Caught).held;
      if (!audio) throw new Error('nothing plays');
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
    { seconds: fromSeconds, played: forMs },
  );
  await wait(silenceMs);
  return { heard: recording.samples().subarray(before), seekMs };
}
