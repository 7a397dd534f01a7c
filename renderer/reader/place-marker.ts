import type { TextPlace } from './text-place.ts';
import { paragraphElement } from './text-range.ts';

/** What is being said: a word, or with `word` null no more than the sentence, or with `sentence` null than the paragraph. */
export interface VoicePlace {
  readonly paragraph: number;
  readonly sentence: number | null;
  readonly word: number | null;
  /** It sounds now, or did a breath ago; else it is only the last that was said, and nothing is marked. */
  readonly isHeard: boolean;
}

type Mark = 'data-spoken' | 'aria-current' | 'data-caret';

/**
 * Marks the current sentence and word, and the keyboard's word, straight in the document: React would be asked to draw
 * several times a second. Marks are kept in mind, so that paragraphs which come into the document later get theirs.
 */
export class PlaceMarker {
  readonly #root: HTMLElement;
  /** What bears a mark: to look for it in the document would cost more than to mark it. */
  readonly #marked = new Map<Mark, Element>();
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
    const heard = this.#voice?.isHeard === true ? this.#voice : null;
    const spoken = this.#part(heard);
    const word = heard?.word ?? null;
    this.#move('data-spoken', '', spoken);
    this.#move('aria-current', 'true', word === null ? spoken : wordIn(spoken, word));
    this.#move('data-caret', '', wordIn(this.#part(this.#caret), this.#caret?.word ?? 0));
  }

  /** The sentence of a place, or its paragraph where it names no sentence. */
  #part(place: Pick<VoicePlace, 'paragraph' | 'sentence'> | null): Element | null {
    if (place === null) return null;
    const paragraph = paragraphElement(this.#root, place.paragraph);
    if (place.sentence === null) return paragraph;
    return paragraph?.querySelector(`[data-sentence="${place.sentence}"]`) ?? null;
  }

  #move(mark: Mark, value: string, to: Element | null): void {
    const from = this.#marked.get(mark) ?? null;
    if (from === to) return;
    from?.removeAttribute(mark);
    to?.setAttribute(mark, value);
    if (to === null) this.#marked.delete(mark);
    else this.#marked.set(mark, to);
  }
}

function wordIn(sentence: Element | null, word: number): Element | null {
  return sentence?.querySelector(`[data-word="${word}"]`) ?? null;
}
