import type { Page } from '@playwright/test';

/** Longest frame of each sample, and how long scripts and layout held up the window beside it; ms. */
export interface Scrolling {
  readonly longestFrame: readonly number[];
}

export interface Mark {
  readonly paragraph: number;
  readonly sentence: number;
  readonly word: number;
  /** Where the sound was in the frame in which the word was marked, ms. */
  readonly positionMs: number;
}

type Watching = typeof globalThis & { element?: HTMLMediaElement; marks?: Mark[] };

const sampleMs = 250;
/** Fast reading by wheel: about two screens a second. */
const pixelsPerFrame = 30;

/**
 * Scrolls through the page in samples of a fixed time, at places spread evenly over it, and notes the longest frame of each. What
 * jumping to a place costs is not in it.
 */
export function scrollThrough(page: Page, samples: number): Promise<Scrolling> {
  return page.evaluate(
    async ({ samples: count, sampleMs: lasting, pixelsPerFrame: step }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const text = document.querySelector('article') ?? document.body;
      let scroller: Element = document.scrollingElement ?? document.body;
      for (let at: Element | null = text; at !== null; at = at.parentElement) {
        if (at.scrollHeight > at.clientHeight + 1 && getComputedStyle(at).overflowY !== 'visible')
          scroller = at;
      }
      const longestFrame: number[] = [];
      for (let sample = 0; sample < count; sample += 1) {
        scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * (sample + 0.1)) / count;
        for (let rest = 0; rest < 8; rest += 1) await frame();
        const begun = await frame();
        let last = begun;
        let longest = 0;
        while (last - begun < lasting) {
          scroller.scrollTop += step;
          const now = await frame();
          longest = Math.max(longest, now - last);
          last = now;
        }
        longestFrame.push(longest);
      }
      return { longestFrame };
    },
    { samples, sampleMs, pixelsPerFrame },
  );
}

/** Ms from a click on a link to the frame in which the text of the page it opens is painted. */
export function timeOpening(page: Page, title: string): Promise<number> {
  return page.evaluate(async (name) => {
    const isPaintedWithWords = () =>
      new Promise<boolean>((resolve) =>
        requestAnimationFrame(() => {
          const hasWords = document.querySelector('[data-word]') !== null;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(hasWords);
          port2.postMessage(null);
        }),
      );
    const link = [...document.querySelectorAll('main a')].find((each) => each.textContent.includes(name));
    const begun = performance.now();
    (link as HTMLElement).click();
    while (!(await isPaintedWithWords()));
    return performance.now() - begun;
  }, title);
}

/** From a keystroke in the search to the frame that says how many hits there are, and the longest frame till then; ms. */
export function timeFinding(page: Page, query: string): Promise<{ foundMs: number; longestFrameMs: number }> {
  return page.evaluate(async (words) => {
    const box = document.querySelector<HTMLInputElement>('.reader-find input')!;
    const painted = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        }),
      );
    // React notes what it has set itself: only the element's own setter is a change to it.
    Reflect.set(HTMLInputElement.prototype, 'value', words, box);
    const begun = performance.now();
    let [last, longestFrameMs] = [begun, 0];
    box.dispatchEvent(new Event('input', { bubbles: true }));
    const isSaid = () => (document.querySelector('.reader-find output')?.textContent ?? '') !== '';
    do {
      const now = await painted();
      longestFrameMs = Math.max(longestFrameMs, now - last);
      last = now;
    } while (isSaid() === (words === ''));
    return { foundMs: last - begun, longestFrameMs };
  }, query);
}

/** Notes from now on where the sound is whenever another word is marked. */
export async function watchMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as Watching;
    seen.marks = [];
    const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')?.value as (
      this: HTMLMediaElement,
    ) => Promise<void>;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      seen.element = this;
      return play.call(this);
    };
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (!(target instanceof HTMLElement) || target.getAttribute('aria-current') !== 'true') continue;
        const [sentence, paragraph] = [target.closest('[data-sentence]'), target.closest('[data-paragraph]')];
        if (target.dataset.word === undefined || seen.element === undefined) continue;
        seen.marks?.push({
          paragraph: Number((paragraph as HTMLElement).dataset.paragraph),
          sentence: Number((sentence as HTMLElement).dataset.sentence),
          word: Number(target.dataset.word),
          positionMs: seen.element.currentTime * 1000,
        });
      }
    }).observe(document.body, { attributeFilter: ['aria-current'], subtree: true });
  });
}

export function seenMarks(page: Page): Promise<Mark[]> {
  return page.evaluate(() => (globalThis as Watching).marks ?? []);
}
