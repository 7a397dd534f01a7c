import { beforeEach, describe, expect, it } from 'vitest';
import { AudioPlayer } from './audio-player.ts';

/** What is heard through a sound graph comes out so much later (ms). */
const delayMs = 100;

class FakeElement extends EventTarget {
  preload = '';
  src = '';
  currentTime = 0;
  duration = 600;
  readyState = 4;
  paused = true;
  playbackRate = 1;
}

let element: FakeElement;
let player: AudioPlayer;

function stand(seconds: number, event?: string): void {
  element.currentTime = seconds;
  if (event !== undefined) element.dispatchEvent(new Event(event));
}

describe('what is heard', () => {
  beforeEach(() => {
    element = new FakeElement();
    player = new AudioPlayer(element as unknown as HTMLVideoElement);
    player.open({ from: 'media://episode/1', delayMs: 0 });
    element.paused = false;
    stand(10, 'playing');
  });

  it('is behind what the element has counted, by more of the recording at a higher speed', () => {
    stand(20);
    expect(player.heardMs(delayMs)).toBe(19_900);
    element.playbackRate = 2;
    expect(player.heardMs(delayMs)).toBe(19_800);
    expect(player.heardMs(0)).toBe(20_000);
  });

  it('waits where playing began until sound from there comes out', () => {
    stand(10.06);
    expect(player.heardMs(delayMs)).toBe(10_000);
  });

  it('waits at the place of a jump, also of one back', () => {
    stand(60, 'seeked');
    stand(60.05);
    expect(player.heardMs(delayMs)).toBe(60_000);
    stand(5, 'seeked');
    expect(player.heardMs(delayMs)).toBe(5_000);
  });

  it('is all that was counted in a pause', () => {
    stand(20);
    element.paused = true;
    expect(player.heardMs(delayMs)).toBe(20_000);
  });
});
