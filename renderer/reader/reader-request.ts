import type { TextUnit } from '../../core/transcript/cue-at.ts';

/** What menus and keys outside the reader ask of the text on screen. */
export type ReaderRequest =
  | { readonly kind: 'find' }
  | { readonly kind: 'print' }
  /** Moves the sound to the next or previous unit of the text. */
  | { readonly kind: 'step-voice'; readonly unit: TextUnit; readonly forward: boolean }
  /** Begins or ends the repetition of the sentence being said. */
  | { readonly kind: 'loop-sentence' };

type Listener = (request: ReaderRequest) => void;

const listeners = new Set<Listener>();

/** Answers whether there is a text on screen. */
export function askReader(request: ReaderRequest): boolean {
  for (const listener of listeners) listener(request);
  return listeners.size > 0;
}

/** The answer unsubscribes. */
export function onReaderRequest(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
