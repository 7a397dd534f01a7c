import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Playing on a clock of the test: the position grows with the fake timers. */
class FakeVideo extends EventTarget {
  src = '';
  playbackRate = 1;
  preload = '';
  videoWidth = 0;
  readyState = 4;
  duration = 3600;
  #position = 0;
  #since: number | null = null;

  get currentTime(): number {
    const passed = this.#since === null ? 0 : (Date.now() - this.#since) / 1000;
    return this.#position + passed * this.playbackRate;
  }
  set currentTime(seconds: number) {
    this.#position = seconds;
    if (this.#since !== null) this.#since = Date.now();
    queueMicrotask(() => this.dispatchEvent(new Event('seeked')));
  }
  play(): Promise<void> {
    this.#since = Date.now();
    this.dispatchEvent(new Event('playing'));
    return Promise.resolve();
  }
  pause(): void {
    this.#position = this.currentTime;
    this.#since = null;
    this.dispatchEvent(new Event('pause'));
  }
}

let video: FakeVideo;

/** The player without a library: turning points, the store and the element. */
async function openPlayer() {
  vi.resetModules();
  video = new FakeVideo();
  vi.stubGlobal('document', { createElement: () => video });
  const [{ audioPlayer }, points, { usePlayback }] = await Promise.all([
    import('./audio-player.ts'),
    import('./turning-points.ts'),
    import('./playback-store.ts'),
  ]);
  const player = audioPlayer();
  player.listen(({ kind }) => {
    if (kind === 'playing') usePlayback.setState({ state: 'playing' });
    if (kind === 'paused') usePlayback.setState({ state: 'paused' });
  });
  points.watchTurningPoints();
  player.open({ from: 'media://episode/a', delayMs: 0 });
  const reached: number[] = [];
  const add = (atMs: number, then: () => boolean = () => true) =>
    points.addTurningPoints((afterMs) =>
      atMs <= afterMs
        ? null
        : {
            atMs,
            reach: () => {
              reached.push(player.positionMs);
              return then();
            },
          },
    );
  return { player, ...points, usePlayback, reached, add };
}

describe('turning points', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('are reached where they are, once', async () => {
    const { player, add, reached } = await openPlayer();
    add(1000);
    player.play();
    await vi.advanceTimersByTimeAsync(3000);
    expect(reached).toHaveLength(1);
    expect(Math.abs(reached[0]! - 1000)).toBeLessThan(5);
  });

  it('are all reached at one place, until one turns away from it', async () => {
    const { player, add } = await openPlayer();
    const done: string[] = [];
    add(1000, () => done.push('first') > 0);
    add(1000, () => done.push('second') < 0);
    add(1000, () => done.push('third') > 0);
    player.play();
    await vi.advanceTimersByTimeAsync(2000);
    expect(done).toEqual(['first', 'second']);
  });

  it('are reached in time when playing gets faster on the way', async () => {
    const { player, usePlayback, add, reached } = await openPlayer();
    add(2000);
    player.play();
    await vi.advanceTimersByTimeAsync(400);
    video.playbackRate = 3;
    usePlayback.setState({ speed: 3 });
    await vi.advanceTimersByTimeAsync(600);
    expect(Math.abs(reached[0]! - 2000)).toBeLessThan(10);
  });

  it('are not reached by going behind them, nor while nothing plays', async () => {
    const { player, startStretch, add, reached } = await openPlayer();
    add(1000);
    await vi.advanceTimersByTimeAsync(2000);
    player.play();
    player.seek(5000);
    startStretch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reached).toEqual([]);
  });

  it('turn back again and again', async () => {
    const { player, startStretch, add, reached } = await openPlayer();
    add(1500, () => {
      player.seek(1000);
      startStretch();
      return false;
    });
    player.play();
    await vi.advanceTimersByTimeAsync(3600);
    expect(reached).toHaveLength(5);
    expect(Math.max(...reached)).toBeLessThan(1510);
  });

  it('are left alone when there is no way back, as in a stream without an end', async () => {
    const { player, startStretch, add, reached } = await openPlayer();
    add(1500, () => {
      player.seek(1000);
      startStretch();
      return false;
    });
    player.play();
    video.duration = Number.POSITIVE_INFINITY;
    await vi.advanceTimersByTimeAsync(3600);
    expect(reached).toHaveLength(1);
  });

  it('are met at the very place where playing begins by itself', async () => {
    const { player, startStretchAt, startStretch, add, reached } = await openPlayer();
    add(0);
    startStretch();
    player.play();
    await vi.advanceTimersByTimeAsync(500);
    expect(reached).toEqual([]);
    player.pause();
    player.seek(0);
    startStretchAt(0);
    player.play();
    await vi.advanceTimersByTimeAsync(500);
    expect(reached).toHaveLength(1);
  });
});
