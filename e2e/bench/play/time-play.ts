import type { Locator, Page } from '@playwright/test';

type Watching = typeof globalThis & { element?: HTMLMediaElement; clickedAt?: number; playingAt?: number };

/** Nobody clicks in the second in which a page appears. */
export const pageRestMs = 1500;

/** Notes the next click and the next `playing` of the page's own media element. */
export async function watchPlaying(page: Page): Promise<void> {
  await page.evaluate(() => {
    type Play = (this: HTMLMediaElement) => Promise<void>;
    const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')?.value as Play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      const note = (): void => void ((globalThis as Watching).playingAt = performance.now());
      (globalThis as Watching).element = this;
      this.addEventListener('playing', note, { once: true });
      return play.call(this);
    };
    addEventListener('click', ({ timeStamp }) => ((globalThis as Watching).clickedAt = timeStamp), true);
  });
}

/** Clicks on the Play of a place in a watched page; answers the ms until it plays. */
export async function timePlay(page: Page, place: Locator): Promise<number> {
  await page.evaluate(() => delete (globalThis as Watching).playingAt);
  await place.getByRole('button', { name: 'Play', exact: true }).first().click();
  await page.waitForFunction(() => (globalThis as Watching).playingAt !== undefined);
  return page.evaluate(() => {
    const { clickedAt = NaN, playingAt = NaN } = globalThis as Watching;
    return playingAt - clickedAt;
  });
}

/** Where the media element of a watched page takes its sound from. */
export function currentSource(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as Watching).element?.currentSrc ?? '');
}
