import type { TextPlace } from './text-place.ts';
import { paragraphElement } from './text-range.ts';

/** What is being said: a word, or with `word` null no more than the sentence. */
export interface VoicePlace {
  readonly paragraph: number;
  readonly sentence: number;
  readonly word: number | null;
}

/**
 * Marks the current sentence and word, and the keyboard's word, straight in the document: React would be asked to draw
 * several times a second. Marks are kept in mind, so that paragraphs which come into the document later get theirs.
 */
export class PlaceMarker {
  readonly #root: HTMLElement;
  #voice: VoicePlace | null = null;
  #caret: TextPlace | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  markVoice(place: VoicePlace | null): void {
    this.#voice = place;
    this.refresh();
  }

  markCaret(place: TextPlace | null): void {
    this.#caret = place;
    this.refresh();
  }

  /** To be called after paragraphs have come or gone. */
  refresh(): void {
    const sentence = this.#sentence(this.#voice);
    const word = this.#voice?.word ?? null;
    this.#move('data-spoken', '', sentence);
    this.#move('aria-current', 'true', word === null ? sentence : wordIn(sentence, word));
    this.#move('data-caret', '', wordIn(this.#sentence(this.#caret), this.#caret?.word ?? 0));
  }

  #sentence(place: Pick<TextPlace, 'paragraph' | 'sentence'> | null): Element | null {
    if (place === null) return null;
    const paragraph = paragraphElement(this.#root, place.paragraph);
    return paragraph?.querySelector(`[data-sentence="${place.sentence}"]`) ?? null;
  }

  #move(attribute: string, value: string, to: Element | null): void {
    for (const marked of this.#root.querySelectorAll(`[data-paragraph] [${attribute}]`)) {
      if (marked !== to) marked.removeAttribute(attribute);
    }
    if (to !== null && !to.hasAttribute(attribute)) to.setAttribute(attribute, value);
  }
}

function wordIn(sentence: Element | null, word: number): Element | null {
  return sentence?.querySelector(`[data-word="${word}"]`) ?? null;
}
