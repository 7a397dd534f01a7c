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

describe('the best path', () => {
  /** A sound of known content: the right sound scores 0, every other -10. */
  function pathThrough(heard: readonly number[], band: number): number[] | null {
    const { names, chain } = twoWords(heard.length);
    const score = (frame: number, sound: number): number => (heard[frame] === sound ? 0 : -10);
    const path = bestPath({ chain, frames: heard.length, filler: names.filler, score, band });
    return path && Array.from(path, (state) => chain.sound[state]!);
  }

  it('says each frame what it is, optional silence and filler among them', () => {
    const heard = [6, 6, 0, 0, 1, 2, 2, 6, 6, 6, 3, 4, 4, 5, 7, 7, 7, 7, 7, 6];
    expect(pathThrough(heard, 20)).toEqual(heard);
  });

  it('leaves silence and filler out where there are none', () => {
    const heard = [0, 1, 2, 3, 4, 5];
    expect(pathThrough(heard, 20)).toEqual(heard);
  });

  it('is the same when its beginning is settled long before its end', () => {
    const heard = [0, 1, 2, 3, 4, 5].flatMap((sound) => new Array<number>(300).fill(sound));
    expect(pathThrough(heard, 900)).toEqual(heard);
  });

  it('is none where six states do not fit into the sound', () => {
    expect(pathThrough([0, 1, 2], 20)).toBeNull();
  });
});
