import type { TextUnit } from '../../core/transcript/cue-at.ts';

export type ReaderAction =
  { readonly kind: 'step'; readonly unit: TextUnit; readonly forward: boolean } | { readonly kind: 'play' };

type Step = Extract<ReaderAction, { kind: 'step' }>;

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key does while a paragraph has the focus: ← → by words, with Ctrl (or Cmd) by sentences, ↑ ↓ by paragraphs,
 * Enter plays. Keys with Shift or Alt stay what they are elsewhere: selection and history.
 */
export function readerAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): ReaderAction | null {
  if (altKey || shiftKey) return null;
  const unit = ctrlKey || metaKey ? 'sentence' : 'word';
  switch (key) {
    case 'ArrowLeft':
      return { kind: 'step', unit, forward: false };
    case 'ArrowRight':
      return { kind: 'step', unit, forward: true };
    case 'ArrowUp':
      return unit === 'word' ? { kind: 'step', unit: 'paragraph', forward: false } : null;
    case 'ArrowDown':
      return unit === 'word' ? { kind: 'step', unit: 'paragraph', forward: true } : null;
    case 'Enter':
      return unit === 'word' ? { kind: 'play' } : null;
    default:
      return null;
  }
}

/** The same steps with Shift select on the way, once one walks through the text. */
export function selectingStep({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Step | null {
  const action = shiftKey ? readerAction({ key, ctrlKey, metaKey, altKey, shiftKey: false }) : null;
  return action?.kind === 'step' ? action : null;
}
