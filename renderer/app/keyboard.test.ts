import { describe, expect, it } from 'vitest';
import { actionOfKey, keyBindings, keyName } from './keyboard.ts';

const press = (code: string, change: object = {}) => ({
  code,
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...change,
});

describe('actionOfKey', () => {
  it('plays on Space everywhere but in text, on a control and under a dialog', () => {
    expect(actionOfKey(press('Space'), 'page')).toBe('playPause');
    for (const place of ['text', 'control', 'dialog'] as const) {
      expect(actionOfKey(press('Space'), place)).toBeNull();
    }
  });

  it('searches from inside a text field, on a Mac and in a Russian layout too', () => {
    expect(actionOfKey(press('KeyK', { ctrlKey: true, key: 'л' }), 'text')).toBe('search');
    expect(actionOfKey(press('KeyK', { metaKey: true }), 'page')).toBe('search');
  });

  it('asks for exactly its modifiers', () => {
    expect(actionOfKey(press('KeyK'), 'page')).toBeNull();
    expect(actionOfKey(press('Space', { ctrlKey: true }), 'page')).toBeNull();
    expect(actionOfKey(press('ArrowRight'), 'page')).toBeNull();
    expect(actionOfKey(press('ArrowRight', { shiftKey: true }), 'control')).toBe('forward');
  });

  it('finds the question mark by its sign, wherever it is on the keyboard', () => {
    expect(actionOfKey(press('Digit7', { key: '?', shiftKey: true }), 'page')).toBe('sheet');
  });
});

describe('keyBindings', () => {
  it('give no key two meanings', () => {
    const names = keyBindings.map((binding) => keyName(binding, false));
    expect(new Set(names).size).toBe(names.length);
  });
});
