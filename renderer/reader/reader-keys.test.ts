import { describe, expect, it } from 'vitest';
import { readerAction, selectingStep } from './reader-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => readerAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('readerAction', () => {
  it('walks by word, sentence and paragraph, and plays', () => {
    expect(press('ArrowRight')).toEqual({ kind: 'step', unit: 'word', forward: true });
    expect(press('ArrowLeft', { ctrlKey: true })).toEqual({ kind: 'step', unit: 'sentence', forward: false });
    expect(press('ArrowRight', { metaKey: true })).toEqual({ kind: 'step', unit: 'sentence', forward: true });
    expect(press('ArrowDown')).toEqual({ kind: 'step', unit: 'paragraph', forward: true });
    expect(press('Enter')).toEqual({ kind: 'play' });
  });

  it('leaves selection, history and scrolling alone', () => {
    expect(press('ArrowRight', { shiftKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('ArrowDown', { ctrlKey: true })).toBeNull();
    expect(press('PageDown')).toBeNull();
  });
});

it('selects by the same steps with Shift', () => {
  const shift = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: true };
  expect(selectingStep({ ...shift, key: 'ArrowRight' })).toEqual({
    kind: 'step',
    unit: 'word',
    forward: true,
  });
  expect(selectingStep({ ...shift, key: 'Enter' })).toBeNull();
  expect(selectingStep({ ...shift, key: 'ArrowRight', shiftKey: false })).toBeNull();
});
