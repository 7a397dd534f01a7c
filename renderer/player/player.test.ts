import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import { failure, success } from '../../core/result.ts';
import { run } from '../library/commands.ts';
import { cache, library } from '../library/database.ts';
import { getEpisode } from '../library/episodes.ts';
import { FakeDesktop } from '../library/testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from '../library/testing/sample-feed.ts';
import { FakeAudio } from './testing/fake-audio.ts';

/** For what is written to storage; a busy machine may take its time. */
const patience = { timeout: 10_000 };

const podcastId = '00000000000000aa';
let audio: FakeAudio;
let desktop: FakeDesktop;
let frames: (() => void)[];
let idle: (() => void)[];
let page: EventTarget;
let ids: Record<string, string>;

/** The player keeps its state for the life of the window; a new window is a fresh copy of its modules. */
async function openWindow() {
  vi.resetModules();
  const commands = await import('./playback-commands.ts');
  const { usePlayback } = await import('./playback-store.ts');
  const clock = await import('./playback-clock.ts');
  const { startPlayer } = await import('./start-player.ts');
  await startPlayer();
  return { ...commands, ...clock, state: () => usePlayback.getState() };
}

beforeEach(async () => {
  frames = [];
  idle = [];
  page = new EventTarget();
  desktop = new FakeDesktop({
    'settings:change': () => failure(appError('unexpected')),
    'media:prepare': ({ episodeId }) =>
      success({
        address: `media://episode/${episodeId}`,
        local: true,
        exact: true,
        hasPicture: false,
        chapters: [],
      }),
  });
  const createElement = () => (audio = new FakeAudio());
  const documentElement = Object.assign(new EventTarget(), { visibilityState: 'visible', createElement });
  const mediaSession = { setActionHandler: () => undefined, setPositionState: () => undefined };
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices: () => Promise.resolve([]) });
  vi.stubGlobal('window', Object.assign(page, { desktop }));
  vi.stubGlobal('document', documentElement);
  vi.stubGlobal('navigator', { onLine: true, mediaSession, mediaDevices });
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2 });
  vi.stubGlobal('MediaMetadata', class {});
  vi.stubGlobal('requestIdleCallback', (rest: () => void) => idle.push(rest));
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  const feed = sampleFeed({ episodes: [sampleEpisode('a', { durationMs: 600_000 }), sampleEpisode('b')] });
  await run({ kind: 'subscribe', podcastId, feedUrl: 'https://example.com/', feed, validators: {} });
  const rows = await library.episodes.toArray();
  ids = Object.fromEntries(rows.map((row) => [row.identity, row.id]));
});

const positionOf = async (id: string) => (await getEpisode(id))?.progress?.positionMs;

describe('playing', () => {
  it('plays what main prepared and shows what is known of it', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    expect(audio.src).toBe(`media://episode/${ids.a}`);
    expect(player.state()).toMatchObject({
      title: 'Episode a',
      showTitle: 'Show',
      state: 'playing',
      exact: true,
    });
    expect(player.state().durationMs).toBe(600_000);
    audio.learnDuration(Number.NaN);
    expect(player.state().durationMs).toBe(600_000);
    audio.learnDuration(601);
    expect(player.state().durationMs).toBe(601_000);
  });

  it('keeps the position at pause and goes on from there in a new window, paused', async () => {
    const first = await openWindow();
    await first.play(ids.a!);
    audio.currentTime = 42;
    first.pause();
    await vi.waitFor(async () => expect(await positionOf(ids.a!)).toBe(42_000), patience);
    const second = await openWindow();
    expect(second.state()).toMatchObject({ episodeId: ids.a, title: 'Episode a', state: 'paused' });
    expect(second.state().exact, 'not known before the audio was looked at').toBeNull();
    expect(second.currentPositionMs()).toBe(42_000);
    second.toggle();
    await vi.waitFor(() => expect(second.state().state).toBe('playing'), patience);
    expect(audio.currentTime).toBe(42);
  });

  it('opens the downloaded file of the last episode ahead, so that a click only starts it', async () => {
    const first = await openWindow();
    await first.play(ids.a!);
    await library.downloads.put({
      episodeId: ids.a!,
      state: 'done',
      receivedBytes: 1,
      requestedAt: 1,
      doneAt: 2,
    });
    const second = await openWindow();
    expect(audio.src).toBe('');
    idle.shift()!();
    await vi.waitFor(() => expect(audio.src).toContain(ids.a!), patience);
    expect(second.state()).toMatchObject({ state: 'paused', local: true, exact: true });
    second.toggle();
    expect(second.state().state, 'at once').toBe('playing');
  });

  it('opens nothing ahead that would be streamed', async () => {
    const first = await openWindow();
    await first.play(ids.a!);
    await openWindow();
    idle.shift()!();
    await new Promise((resolve) => setImmediate(resolve));
    expect(audio.src).toBe('');
    expect(desktop.askedFor('media:prepare')).toHaveLength(1);
  });

  it('keeps the position although the page goes away in the middle', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    audio.currentTime = 77;
    page.dispatchEvent(new Event('pagehide'));
    await vi.waitFor(
      async () => expect((await library.progress.get(ids.a!))?.positionMs).toBe(77_000),
      patience,
    );
  });

  it('starts where it is told, and seeks before anything is open', async () => {
    const first = await openWindow();
    await first.play(ids.b!, { atMs: 5_000 });
    expect(audio.currentTime).toBe(5);
    const second = await openWindow();
    second.seekTo(9_000);
    expect(second.currentPositionMs()).toBe(9_000);
    expect(audio.src).toBe('');
    second.toggle();
    await vi.waitFor(() => expect(audio.src).toContain(ids.b!), patience);
    expect(audio.currentTime).toBe(9);
  });

  it('counts in the delay of an encoder, from the beginning and at each jump', async () => {
    const address = 'media://episode/delayed';
    const delayed = { address, local: true, exact: true, delayMs: 48, hasPicture: false, chapters: [] };
    desktop.answer('media:prepare', () => success(delayed));
    const player = await openWindow();
    await player.play(ids.a!);
    expect([audio.currentTime, player.currentPositionMs()]).toEqual([0.048, 0]);
    player.seekTo(10_000);
    expect([audio.currentTime, player.currentPositionMs()]).toEqual([10.048, 10_000]);
  });

  it('knows whether something follows', async () => {
    const player = await openWindow();
    const { run: change } = await import('../library/commands.ts');
    await player.play(ids.a!);
    const follows = (wanted: boolean) =>
      vi.waitFor(() => expect(player.state().hasNext).toBe(wanted), patience);
    await change({ kind: 'enqueue', episodeId: ids.b!, place: 'last' });
    await follows(true);
    await change({ kind: 'dequeue', episodeId: ids.b! });
    await follows(false);
  });

  it('keeps seeks inside the episode', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    player.seekBy(-15_000);
    expect(audio.currentTime).toBe(0);
    player.seekTo(999_000_000);
    expect(audio.currentTime).toBe(600);
  });

  it('acts on the last wish when two come quickly', async () => {
    const player = await openWindow();
    let answer: (() => void) | undefined;
    desktop.answer('media:prepare', async ({ episodeId }) => {
      if (episodeId === ids.a) await new Promise<void>((resolve) => (answer = resolve));
      return success({
        address: `media://episode/${episodeId}`,
        local: true,
        exact: true,
        hasPicture: false,
        chapters: [],
      });
    });
    const slow = player.play(ids.a!);
    await vi.waitFor(() => expect(player.state().state).toBe('loading'), patience);
    await player.play(ids.b!);
    answer?.();
    await slow;
    expect(audio.src).toContain(ids.b!);
    expect(player.state().title).toBe('Episode b');
  });
});

describe('the last wish', () => {
  it('holds although an older one takes longer to be read', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    let readOn: (() => void) | undefined;
    const { library: here } = await import('../library/database.ts');
    const read = here.episodes.get.bind(here.episodes);
    const reading = vi.spyOn(here.episodes, 'get').mockImplementationOnce((async (id: string) => {
      await new Promise<void>((resolve) => (readOn = resolve));
      return read(id);
    }) as never);
    const older = player.play(ids.b!);
    await player.play(ids.a!);
    readOn?.();
    await older;
    reading.mockRestore();
    expect(player.state()).toMatchObject({ episodeId: ids.a, state: 'playing' });
    expect(audio.src).toContain(ids.a!);
  });

  it('holds although an episode ends meanwhile', async () => {
    const player = await openWindow();
    await run({ kind: 'enqueue', episodeId: ids.b!, place: 'last' });
    await player.play(ids.a!);
    audio.end();
    await player.play(ids.a!, { atMs: 5_000 });
    await vi.waitFor(async () => expect((await getEpisode(ids.a!))?.episode.isNew).toBe(0), patience);
    await new Promise((resolve) => setImmediate(resolve));
    expect(player.state()).toMatchObject({ episodeId: ids.a, state: 'playing' });
  });

  it('brings back after a silence the loudness there was', async () => {
    const player = await openWindow();
    const { toggleMute } = await import('./mute.ts');
    player.setVolume(0.3);
    toggleMute();
    expect([audio.muted, player.state().muted, player.state().volume]).toEqual([true, true, 0.3]);
    toggleMute();
    expect([audio.muted, audio.volume]).toEqual([false, 0.3]);
    toggleMute();
    player.setVolume(0.4);
    expect([audio.muted, audio.volume]).toEqual([false, 0.4]);
  });
});

describe('the end', () => {
  it('marks the episode played and goes on with the queue', async () => {
    const player = await openWindow();
    await run({ kind: 'enqueue', episodeId: ids.b!, place: 'last' });
    await player.play(ids.a!);
    audio.currentTime = 600;
    audio.end();
    await vi.waitFor(
      () => expect(player.state()).toMatchObject({ episodeId: ids.b, state: 'playing' }),
      patience,
    );
    const heard = await getEpisode(ids.a!);
    expect(heard).toMatchObject({ progress: null, episode: { isNew: 0 } });
    expect(heard?.episode.playedAt).toBeDefined();
    await vi.waitFor(async () => expect(await library.queue.count()).toBe(0), patience);
  });

  const queued = async () =>
    (await library.queue.orderBy('order').toArray()).map(({ episodeId }) => episodeId);
  const isQueuedNow = (...wanted: string[]) =>
    vi.waitFor(async () => expect(await queued()).toEqual(wanted), patience);

  it('gives back to the queue what was taken from it and is left for another by choice', async () => {
    const first = await openWindow();
    await run({ kind: 'enqueue', episodeId: ids.a!, place: 'last' });
    await first.play(ids.a!);
    await isQueuedNow();
    audio.currentTime = 60;
    const player = await openWindow();
    await player.play(ids.b!);
    await isQueuedNow(ids.a!);
    await player.playNext();
    await isQueuedNow();
    expect(player.state().episodeId).toBe(ids.a);
  });

  it('gives nothing back that had its turn', async () => {
    const player = await openWindow();
    for (const id of [ids.a!, ids.b!]) await run({ kind: 'enqueue', episodeId: id, place: 'last' });
    await player.play(ids.a!);
    await isQueuedNow(ids.b!);
    await player.playNext();
    await isQueuedNow();
    await player.play(ids.a!);
    await isQueuedNow(ids.b!);
    await player.play(ids.b!);
    await isQueuedNow();
  });

  it('counts as heard when Earmark was closed during the closing words', async () => {
    const first = await openWindow();
    await first.play(ids.a!);
    audio.learnDuration(600);
    audio.currentTime = 590;
    first.pause();
    await vi.waitFor(async () => expect(await positionOf(ids.a!)).toBe(590_000), patience);
    const second = await openWindow();
    expect((await getEpisode(ids.a!))?.episode.playedAt).toBeDefined();
    expect([second.state().episodeId, second.currentPositionMs()]).toEqual([ids.a, 0]);
  });

  it('stops there when the listener wants to sleep', async () => {
    const player = await openWindow();
    await run({ kind: 'enqueue', episodeId: ids.b!, place: 'last' });
    await player.play(ids.a!);
    player.setSleepTimer('end-of-episode');
    audio.end();
    await vi.waitFor(
      () => expect(player.state()).toMatchObject({ state: 'paused', sleepTimer: null }),
      patience,
    );
    expect(player.state().episodeId).toBe(ids.a);
    expect(await positionOf(ids.a!)).toBeUndefined();
  });
});

describe('a loop that ends with the sound', () => {
  /** The last ten seconds, again and again. */
  async function playLooped() {
    const player = await openWindow();
    const { loopStretch } = await import('./loop-commands.ts');
    await run({ kind: 'enqueue', episodeId: ids.b!, place: 'last' });
    await player.play(ids.a!);
    audio.learnDuration(600);
    audio.currentTime = 585;
    loopStretch({ startMs: 590_000, endMs: 600_000 });
    return player;
  }
  const goesOn = (player: Awaited<ReturnType<typeof playLooped>>) =>
    vi.waitFor(() => expect(player.state().episodeId).toBe(ids.b), patience);

  it('goes back, and nothing counts as played', async () => {
    const player = await playLooped();
    for (const turn of [1, 2]) {
      audio.currentTime = 600;
      audio.end();
      expect([turn, audio.currentTime, audio.paused]).toEqual([turn, 590, false]);
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(player.state()).toMatchObject({ episodeId: ids.a, state: 'playing' });
    expect((await getEpisode(ids.a!))?.episode.playedAt).toBeUndefined();
  });

  it('goes on where its end was reached by the clock a moment before the sound ended', async () => {
    const player = await playLooped();
    audio.currentTime = 599.999;
    await vi.waitFor(() => expect(audio.currentTime).toBe(590), patience);
    audio.paused = true;
    for (const late of ['pause', 'ended']) audio.dispatchEvent(new Event(late));
    expect([audio.currentTime, audio.paused]).toEqual([590, false]);
    await vi.waitFor(
      () => expect(player.state()).toMatchObject({ episodeId: ids.a, state: 'playing' }),
      patience,
    );
  });

  it('is done with once it is let go, or left behind', async () => {
    const player = await playLooped();
    player.seekTo(600_000);
    audio.end();
    await goesOn(player);
  });

  it('lets who wants to sleep at the end sleep', async () => {
    const player = await playLooped();
    player.setSleepTimer('end-of-episode');
    audio.currentTime = 600;
    audio.end();
    await vi.waitFor(
      () => expect(player.state()).toMatchObject({ state: 'paused', justSlept: true }),
      patience,
    );
  });
});

describe('failing', () => {
  it('says why, keeps the place and tries anew', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    audio.currentTime = 33;
    audio.fail(2);
    expect(player.state()).toMatchObject({ state: 'failed', error: { code: 'network-broken' } });
    player.toggle();
    await vi.waitFor(() => expect(player.state()).toMatchObject({ state: 'playing', error: null }), patience);
    expect(audio.currentTime).toBe(33);
    expect(desktop.askedFor('media:prepare')).toHaveLength(2);
  });

  it('hands over what main says', async () => {
    const player = await openWindow();
    desktop.answer('media:prepare', () => failure(appError('audio-missing')));
    await player.play(ids.a!);
    expect(player.state()).toMatchObject({ state: 'failed', error: { code: 'audio-missing' } });
  });

  it('lets go of a file that is deleted and keeps the place', async () => {
    const player = await openWindow();
    desktop.answer('download:remove', () => success({}));
    await player.play(ids.a!);
    audio.currentTime = 12;
    const { run: runHere } = await import('../library/commands.ts');
    await runHere({ kind: 'delete-download', episodeId: ids.a! });
    expect(audio.src).toBe('');
    expect(player.state()).toMatchObject({ state: 'paused', local: false });
    expect(player.currentPositionMs()).toBe(12_000);
  });
});

describe('the clock', () => {
  it('tells the position at once, with every frame while playing if asked, and no more after a pause', async () => {
    const player = await openWindow();
    const heard: number[] = [];
    const stop = player.subscribeToClock((positionMs) => {
      heard.push(positionMs);
      return positionMs;
    });
    expect(heard).toEqual([0]);
    await player.play(ids.a!);
    audio.currentTime = 1;
    frames.shift()!();
    expect(heard.at(-1)).toBe(1_000);
    expect(frames).toHaveLength(1);
    player.pause();
    frames.shift()!();
    expect(frames).toHaveLength(0);
    player.seekTo(3_000);
    expect(heard.at(-1)).toBe(3_000);
    stop();
  });

  it('asks for a frame only when a listener has something new to show', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const heard: number[] = [];
    player.subscribeToClock((positionMs) => {
      heard.push(positionMs);
      return 5_000;
    });
    audio.currentTime = 4.9;
    vi.advanceTimersByTime(1_000);
    expect(frames).toHaveLength(0);
    audio.currentTime = 5;
    vi.advanceTimersByTime(1_000);
    expect(frames).toHaveLength(1);
    frames.shift()!();
    expect(heard).toEqual([0, 5_000]);
    vi.useRealTimers();
  });

  it('hears of what comes sooner at another speed', async () => {
    const player = await openWindow();
    await player.play(ids.a!);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    player.subscribeToClock(() => 1_500);
    player.setSpeed(3);
    vi.advanceTimersByTime(499);
    audio.currentTime = 1.5;
    expect(frames).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(frames).toHaveLength(1);
    vi.useRealTimers();
  });
});
