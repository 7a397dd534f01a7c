import { describe, expect, it } from 'vitest';
import { bestPath } from './best-path.ts';
import { chainPhones, nameSounds } from './phone-chain.ts';

/** Two words of one phone each. */
function twoWords(frames: number) {
  const phones = [
    { name: 'a', word: 0, start: 0, end: frames / 2 },
    { name: 'b', word: 1, start: frames / 2, end: frames },
  ];
  const names = nameSounds(phones);
  return { names, chain: chainPhones(phones, { names, sentenceOf: () => 0, frames }) };
}

describe('the chain of two words', () => {
  it('has three states a phone, silence between, and filler where a sentence may begin and end', () => {
    const { names, chain } = twoWords(20);
    const { silence: s, filler: f } = names;
    expect(Array.from(chain.sound)).toEqual([s, f, s, 0, 1, 2, s, 3, 4, 5, s, f, s]);
    expect(Array.from(chain.word)).toEqual([-1, -1, -1, 0, 0, 0, -1, 1, 1, 1, -1, -1, -1]);
    expect(chain.firstStates).toEqual([0, 1, 3]);
    expect(chain.lastStates).toEqual([9, 10, 11, 12]);
  });
});

/** A sound of known content: the right sound scores 0, every other -10. */
const known =
  (heard: readonly number[]) =>
  (frame: number, sound: number): number =>
    heard[frame] === sound ? 0 : -10;

function pathThrough(
  frames: number,
  { score, band }: { score: (frame: number, sound: number) => number; band: number },
): number[] | null {
  const { names, chain } = twoWords(frames);
  const path = bestPath({ chain, frames, names, score, band });
  return path && Array.from(path, (state) => chain.sound[state]!);
}

describe('the best path', () => {
  it('says each frame what it is, optional silence and filler among them', () => {
    const heard = [6, 6, 0, 0, 1, 2, 2, 6, 6, 6, 3, 4, 4, 5, 7, 7, 7, 7, 7, 6];
    expect(pathThrough(20, { score: known(heard), band: 20 })).toEqual(heard);
  });

  it('leaves silence and filler out where there are none', () => {
    const heard = [0, 1, 2, 3, 4, 5];
    expect(pathThrough(6, { score: known(heard), band: 20 })).toEqual(heard);
  });

  it('is the same when its beginning is settled long before its end', () => {
    const heard = [0, 1, 2, 3, 4, 5].flatMap((sound) => new Array<number>(300).fill(sound));
    expect(pathThrough(1800, { score: known(heard), band: 900 })).toEqual(heard);
  });

  it('hears a pause where a phone would have to go on for long', () => {
    const heard = [0, 1, 2, ...new Array<number>(40).fill(6), 3, 4, 5];
    // Music in the pause sounds a little more like the next phone than like the silence that was learned.
    const score = (frame: number, sound: number): number =>
      heard[frame] === 6 ? (sound === 3 ? -4 : sound === 6 ? -5 : -14) : known(heard)(frame, sound);
    const path = pathThrough(46, { score, band: 60 })!;
    expect(path.filter((sound) => sound === 3).length).toBeLessThanOrEqual(10);
    expect(path.filter((sound) => sound === 6).length).toBeGreaterThanOrEqual(31);
  });

  it('is none where six states do not fit into the sound', () => {
    expect(pathThrough(3, { score: known([0, 1, 2]), band: 20 })).toBeNull();
  });
});
