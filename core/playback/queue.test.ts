import { describe, expect, it } from 'vitest';
import type { QueueEntry } from './queue.ts';
import { enqueue, moveInQueue } from './queue.ts';

/** The queue after `changes` are written, as episode ids in playing order. */
function written(queue: readonly QueueEntry[], changes: readonly QueueEntry[]): QueueEntry[] {
  const rows = new Map([...queue, ...changes].map((entry) => [entry.episodeId, entry]));
  return [...rows.values()].sort((one, other) => one.order - other.order);
}
const ids = (queue: readonly QueueEntry[]) => queue.map((entry) => entry.episodeId).join('');
const abc = ['a', 'b', 'c'].map((episodeId, order) => ({ episodeId, order }));

describe('enqueue', () => {
  it('puts a new episode first or last', () => {
    expect(ids(written(abc, enqueue(abc, 'x', 'next')))).toBe('xabc');
    expect(ids(written(abc, enqueue(abc, 'x', 'last')))).toBe('abcx');
    expect(enqueue([], 'x', 'next')).toEqual([{ episodeId: 'x', order: 0 }]);
  });

  it('moves an episode that is there instead of doubling it', () => {
    expect(ids(written(abc, enqueue(abc, 'c', 'next')))).toBe('cab');
    expect(ids(written(abc, enqueue(abc, 'a', 'last')))).toBe('bca');
  });
});

describe('moveInQueue', () => {
  it('writes one row for a move', () => {
    const changes = moveInQueue(abc, 'a', 1);
    expect(changes).toHaveLength(1);
    expect(ids(written(abc, changes))).toBe('bac');
  });

  it('brings an index outside the queue inside', () => {
    expect(ids(written(abc, moveInQueue(abc, 'a', 99)))).toBe('bca');
    expect(ids(written(abc, moveInQueue(abc, 'c', -1)))).toBe('cab');
  });

  it('keeps the order through thousands of moves between the same neighbours', () => {
    let queue: QueueEntry[] = abc;
    for (let move = 0; move < 3000; move += 1) {
      const last = queue.at(-1)!.episodeId;
      const expected = ids(queue.toSpliced(-1, 1).toSpliced(1, 0, { episodeId: last, order: 0 }));
      queue = written(queue, moveInQueue(queue, last, 1));
      expect(ids(queue)).toBe(expected);
    }
  });
});
