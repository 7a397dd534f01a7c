import { describe, expect, it } from 'vitest';
import { nearestTaker, offerFiles, takeFileDrops } from './file-drops.ts';

const file = (name: string) => ({ name }) as File;

function taker(ending: string, taken: string[]) {
  return {
    invitation: ending,
    take: (files: readonly File[]) => {
      const mine = files.filter(({ name }) => name.endsWith(ending));
      taken.push(...mine.map(({ name }) => name));
      return files.filter((one) => !mine.includes(one));
    },
  };
}

describe('dropped files', () => {
  it('go to the nearest that can use them, and the rest on', () => {
    const [near, far]: [string[], string[]] = [[], []];
    const ends = [takeFileDrops(taker('t', far)), takeFileDrops(taker('vtt', near))];
    const rest = offerFiles([file('a.vtt'), file('b.txt'), file('c.png')]);
    expect([near, far, rest.map(({ name }) => name)]).toEqual([['a.vtt'], ['b.txt'], ['c.png']]);
    expect(nearestTaker()?.invitation).toBe('vtt');
    for (const end of ends) end();
    expect(nearestTaker()).toBeUndefined();
    expect(offerFiles([file('a.vtt')])).toHaveLength(1);
  });
});
