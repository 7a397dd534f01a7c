import { describe, expect, it } from 'vitest';
import { PartGrowth } from './part-growth.ts';

describe('the growth of a part', () => {
  it('tells followers of every step, and nobody once they left', () => {
    const growth = new PartGrowth('/x.part', []);
    const seen: [string, number][] = [];
    const leave = growth.follow(() => seen.push([growth.stage, growth.writtenBytes]));
    growth.begin([]);
    growth.wrote({ ranges: [[0, 10]], position: 10 });
    growth.finish('/Show/x.mp3');
    leave();
    growth.drop();
    expect(seen).toEqual([
      ['growing', 0],
      ['growing', 10],
      ['whole', 10],
    ]);
    expect([growth.file, growth.isFollowed]).toEqual(['/Show/x.mp3', false]);
  });

  it('counts each beginning at the first byte, even where nothing had arrived: a place far ahead may be in hand', () => {
    const growth = new PartGrowth('/x.part', [[0, 500]]);
    growth.begin([[0, 500]]);
    growth.rest();
    // A crash cost a few bytes: what follows belongs to the rest.
    growth.begin([[0, 400]]);
    expect(growth.beginnings).toBe(0);
    growth.begin([]);
    expect(growth.beginnings).toBe(1);
    growth.begin([]);
    expect(growth.beginnings).toBe(2);
  });

  it('keeps a wish until somebody can hear it', () => {
    const growth = new PartGrowth('/x.part', []);
    const heard: number[] = [];
    growth.wish(5);
    growth.wish(7);
    const leave = growth.onWish((at) => heard.push(at));
    growth.wish(9);
    leave();
    growth.onWish((at) => heard.push(at));
    expect(heard).toEqual([7, 9]);
  });

  it('is gone when the part is removed, but not when it has become the finished file', () => {
    const [cancelled, finished] = [new PartGrowth('/a.part', [[0, 5]]), new PartGrowth('/b.part', [[0, 5]])];
    finished.finish('/b.mp3');
    for (const growth of [cancelled, finished]) growth.drop();
    expect([cancelled.stage, finished.stage]).toEqual(['gone', 'whole']);
  });
});
