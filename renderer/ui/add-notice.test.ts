import { describe, expect, it } from 'vitest';
import type { Notice } from './add-notice.ts';
import { addNotice } from './add-notice.ts';

const action = { label: 'Undo', onSelect: () => undefined };
const saying = (title: string): Notice => ({ tone: 'info', title });
const undoable = (title: string): Notice => ({ tone: 'info', title, action });
const all = (notices: readonly Notice[]) => notices.reduce<Notice[]>(addNotice, []);

describe('addNotice', () => {
  it('says the same only once', () => {
    expect(all([saying('Queued'), saying('Played'), saying('Queued')])).toEqual([
      saying('Played'),
      saying('Queued'),
    ]);
  });

  it('keeps each of two removals that can be undone', () => {
    const [first, second] = [undoable('Removed'), undoable('Removed')];
    const shown = all([first, second]);
    expect(shown[0]).toBe(first);
    expect(shown[1]).toBe(second);
  });

  it('lets go of what only informs before failures and what can be undone', () => {
    const failure: Notice = { tone: 'failure', title: 'Disk full' };
    const shown = all([failure, undoable('1'), saying('2'), undoable('3'), undoable('4'), undoable('5')]);
    expect(shown.map(({ title }) => title)).toEqual(['Disk full', '1', '3', '4', '5']);
    expect(addNotice(shown, undoable('6')).map(({ title }) => title)).toEqual(['1', '3', '4', '5', '6']);
  });
});
