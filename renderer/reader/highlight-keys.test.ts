import { expect, it } from 'vitest';
import { highlightAction } from './highlight-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each([
  [{ ...plain, code: 'KeyH' }, 'highlight'],
  [{ ...plain, code: 'KeyN' }, 'note'],
  [{ ...plain, code: 'KeyC', ctrlKey: true, shiftKey: true }, 'copy'],
  [{ ...plain, code: 'KeyC', metaKey: true, shiftKey: true }, 'copy'],
  [{ ...plain, code: 'KeyC', ctrlKey: true }, null],
  [{ ...plain, code: 'KeyN', ctrlKey: true }, null],
  [{ ...plain, code: 'KeyN', shiftKey: true }, null],
  [{ ...plain, code: 'KeyH', altKey: true }, null],
])('%j', (key, action) => expect(highlightAction(key)).toBe(action));
