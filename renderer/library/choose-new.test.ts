import { describe, expect, it } from 'vitest';
import { chooseNew } from './choose-new.ts';

const day = 24 * 3_600_000;
const episodes = (...days: number[]) => days.map((sortAt) => ({ sortAt: sortAt * day }));
const days = (chosen: Set<{ sortAt: number }>) => [...chosen].map((episode) => episode.sortAt / day);

describe('chooseNew', () => {
  it('takes the newest few of a show just subscribed to, in whatever order they come', () => {
    expect(days(chooseNew(episodes(1, 9, 3, 7, 5, 8, 2), undefined))).toEqual([9, 8, 7, 5, 3]);
  });

  it('takes everything that appeared since, also what comes late', () => {
    expect(days(chooseNew(episodes(101, 102, 95), 100 * day))).toEqual([101, 102, 95]);
  });

  it('leaves out a back catalogue', () => {
    expect(days(chooseNew(episodes(101, 40, 41), 100 * day))).toEqual([101]);
  });
});
