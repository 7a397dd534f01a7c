import type { KeyPlace } from './keyboard.ts';

const control =
  'button, a[href], summary, [role="slider"], [role="menuitem"], [role="menuitemcheckbox"], [role="radio"]';
const text =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"]';

/** What the focused element would do with a key itself. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(text) !== null) return 'text';
  if (target.closest('[role="dialog"]') !== null) return 'dialog';
  return target.closest(control) !== null || target.matches('input') ? 'control' : 'page';
}
