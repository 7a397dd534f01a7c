import { expect, it } from 'vitest';
import { chooseSyncFrames } from './choose-sync-frames.ts';

const framesPerSecond = 40;
const seconds = (count: number): number => count * framesPerSecond;

function data(frames: number, needed: (frame: number) => number) {
  return {
    needed: Uint16Array.from({ length: frames }, (_, at) => needed(at)),
    held: new Uint16Array(frames).fill(100),
    framesPerSecond,
  };
}

it('begins at the first frame and takes one every 5 s where nothing is borrowed', () => {
  expect(chooseSyncFrames(data(seconds(16), () => 0))).toEqual([0, seconds(5), seconds(10), seconds(15)]);
});

it('waits up to 30 s for a frame that needs little from before', () => {
  const lucky = seconds(20) + 3;
  // From `lucky` on nothing is lost; from the frame before it only that frame, which is little enough.
  const content = (at: number): number => (at >= lucky && at < lucky + 6 ? 100 * (at - lucky) : 450);
  expect(chooseSyncFrames(data(seconds(31), content))[1]).toBe(lucky - 1);
});

it('takes the least bad within 30 s where all is bad', () => {
  const better = seconds(12);
  const needed = (at: number): number => (at >= better && at < better + 9 ? 150 : 450);
  // From `better` two frames are lost; two frames earlier just as many, and the first such place is taken.
  expect(chooseSyncFrames(data(seconds(34), needed))[1]).toBe(better - 2);
});

it('has nothing to choose in nothing', () => {
  expect(chooseSyncFrames(data(0, () => 0))).toEqual([]);
});
