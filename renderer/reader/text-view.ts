import type { TextPoint } from '../../core/transcript/text-point.ts';
import { glide } from './glide.ts';
import { textOffset, textRange } from './text-range.ts';
import type { TextSpan } from './text-range.ts';

/** The part of the free window, below what sticks to its top, a span may stand in, as shares of its height, and where it is put when it does not. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly rest: number;
}

/**
 * Following the voice: there is always more to be seen of what comes than of what was said. Each move costs the reader's eye a jump and
 * the machine a new picture, so that words go down half of the window before there is one.
 */
export const voiceBand: Band = { top: 0.01, bottom: 0.6, rest: 0.1 };
/** Anything else brought into view: only when it is out of sight. */
export const windowBand: Band = { top: 0.01, bottom: 0.95, rest: 0.3 };

/** A page opened again where it was left: what was to be seen whole is so again. */
export const topBand: Band = { top: 0, bottom: 0, rest: 0 };

const framesToSettle = 6;

interface Surroundings {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  /** How much of the window's top is covered, px. */
  readonly coveredTop: () => number;
  /** Where a paragraph begins, px from the top of what scrolls; an estimate while it has never been shown. */
  readonly paragraphTop: (paragraph: number) => number;
}

/** Brings spans of a text, most of which is not in the document, into view. */
export class TextView {
  readonly #at: Surroundings;
  #stop: () => void = () => undefined;

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
  }

  /** Scrolls so that the span stands in the band: glides there when it is near, jumps when it is far. */
  show(span: TextSpan, band: Band): void {
    this.#stop();
    const distance = this.#distance(span, band);
    if (distance === 0) return;
    if (distance !== null && Math.abs(distance) < this.#at.scroller.clientHeight) {
      this.#stop = glide(
        this.#at.scroller,
        () => this.#distance(span, { ...band, top: band.rest, bottom: band.rest }) ?? 0,
      );
    } else {
      this.#jump(span, band);
    }
  }

  /** The first paragraph that can be seen; null when the text is out of sight, or its beginning still below the top. */
  firstInView(): number | null {
    const { top, height } = this.#free();
    if (this.#at.root.getBoundingClientRect().top >= top) return null;
    for (const element of this.#at.root.querySelectorAll<HTMLElement>('[data-paragraph]')) {
      const box = element.getBoundingClientRect();
      if (box.bottom > top && box.top < top + height) return Number(element.dataset.paragraph);
    }
    return null;
  }

  /** Where the first line that can be seen whole begins; null as for `firstInView`. */
  firstLineInView(): TextPoint | null {
    const first = this.firstInView();
    if (first === null) return null;
    const { top } = this.#free();
    for (const word of this.#at.root.querySelectorAll('[data-word]')) {
      // A line that was put to the top may stand a fraction of a pixel above it.
      if (word.getBoundingClientRect().top < top - 1) continue;
      const point = textOffset(word, 0);
      // Paragraphs far away are in the document too: the one with the focus, the ends of a selection.
      if (point !== null && point.paragraph >= first) return point;
    }
    return { paragraph: first, offset: 0 };
  }

  /** Leaves the page where it is: the reader has taken hold of it. */
  stop(): void {
    this.#stop();
  }

  /** Heights are estimates until shown, so a jump corrects itself over the next frames. */
  #jump(span: TextSpan, band: Band): void {
    const { scroller, paragraphTop } = this.#at;
    const move = (): void => {
      const left = this.#distance(span, { ...band, top: band.rest, bottom: band.rest });
      if (left !== null) scroller.scrollTop += left;
      else scroller.scrollTop = paragraphTop(span.paragraph) - this.#free().height * band.rest;
    };
    let frames = framesToSettle;
    let frame = 0;
    const settle = (): void => {
      move();
      frames -= 1;
      if (frames > 0) frame = requestAnimationFrame(settle);
    };
    settle();
    this.#stop = () => cancelAnimationFrame(frame);
  }

  /** How far the page must scroll, px; 0 when the span stands in the band, null when it is not in the document. */
  #distance(span: TextSpan, band: Band): number | null {
    const range = textRange(this.#at.root, span);
    if (range === null) return null;
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    const { top, height } = this.#free();
    const isInside = box.top - top >= height * band.top && box.bottom - top <= height * band.bottom;
    return isInside ? 0 : box.top - top - height * band.rest;
  }

  /** The window without what covers its top. */
  #free(): { top: number; height: number } {
    const { scroller, coveredTop } = this.#at;
    const covered = coveredTop();
    return { top: scroller.getBoundingClientRect().top + covered, height: scroller.clientHeight - covered };
  }
}
