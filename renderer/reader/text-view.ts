import { glide } from './glide.ts';
import { textRange } from './text-range.ts';
import type { TextSpan } from './text-range.ts';

/** The part of the window a span may stand in, as shares of its height from the top, and where it is put when it does not. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly rest: number;
}

/** Following the voice: the words stay in the upper third. */
export const voiceBand: Band = { top: 0.06, bottom: 0.42, rest: 0.24 };
/** Anything else brought into view: only when it is out of sight. */
export const windowBand: Band = { top: 0.06, bottom: 0.94, rest: 0.3 };

/** A page opened again where it was left. */
export const topBand: Band = { top: 0.06, bottom: 0.06, rest: 0.06 };

const framesToSettle = 6;

interface Surroundings {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
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

  /** Leaves the page where it is: the reader has taken hold of it. */
  stop(): void {
    this.#stop();
  }

  /** Heights are estimates until shown, so a jump corrects itself over the next frames. */
  #jump(span: TextSpan, band: Band): void {
    const { scroller, paragraphTop } = this.#at;
    scroller.scrollTop = paragraphTop(span.paragraph) - scroller.clientHeight * band.rest;
    let frames = framesToSettle;
    let frame = 0;
    const settle = (): void => {
      const left = this.#distance(span, { ...band, top: band.rest, bottom: band.rest });
      scroller.scrollTop =
        left === null
          ? paragraphTop(span.paragraph) - scroller.clientHeight * band.rest
          : scroller.scrollTop + left;
      frames -= 1;
      if (frames > 0) frame = requestAnimationFrame(settle);
    };
    frame = requestAnimationFrame(settle);
    this.#stop = () => cancelAnimationFrame(frame);
  }

  /** How far the page must scroll, px; 0 when the span stands in the band, null when it is not in the document. */
  #distance(span: TextSpan, band: Band): number | null {
    const range = textRange(this.#at.root, span);
    if (range === null) return null;
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    const frame = this.#at.scroller.getBoundingClientRect();
    const top = box.top - frame.top;
    const isInside = top >= frame.height * band.top && box.bottom - frame.top <= frame.height * band.bottom;
    return isInside ? 0 : top - frame.height * band.rest;
  }
}
