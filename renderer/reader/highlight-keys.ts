export type HighlightAction = 'highlight' | 'note' | 'copy';

type Key = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** H highlights, N does so and opens its note, Ctrl+Shift+C (or Cmd) copies with time and link; in any keyboard layout. */
export function highlightAction({ code, ctrlKey, metaKey, altKey, shiftKey }: Key): HighlightAction | null {
  const ctrl = ctrlKey || metaKey;
  if (altKey) return null;
  if (code === 'KeyC' && ctrl && shiftKey) return 'copy';
  if (ctrl || shiftKey) return null;
  if (code === 'KeyH') return 'highlight';
  return code === 'KeyN' ? 'note' : null;
}
