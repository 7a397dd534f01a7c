import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { concat, mp3Frames, text } from '../../core/audio/made-audio.ts';
import { longestHole } from '../bench/seek/heard-time.ts';
import { expect, test as base } from '../fixtures/app.ts';
import { soundStart } from '../fixtures/locate-sound.ts';
import { madeWav } from '../fixtures/made-wav.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { recordedRate, soundServerInstalled, startNullSink, type NullSink } from '../fixtures/null-sink.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode, player, position } from '../fixtures/screens.ts';
import { SlowServer } from '../fixtures/slow-server.ts';

const title = 'On its way';
/** An ID3v2.3 tag with a title of one letter. */
const tag = concat(text('ID3\x03\x00\x00\x00\x00\x00\x0cTIT2\x00\x00\x00\x02\x00\x00'), text('\0A'));
/** Four and a half minutes at 128 kbit/s: 16,000 bytes a second. */
const audio = Buffer.from(concat(tag, mp3Frames(10_336)));
const bytesASecond = 16_000;

const test = base.extend<{ server: PodcastServer; slow: SlowServer }>({
  server: async ({}, use) => {
    const server = await startPodcastServer();
    await use(server);
    await server.stop();
  },
  slow: async ({ server, page }, use) => {
    const slow = new SlowServer(audio);
    server.raw('/slow.mp3', slow.answer);
    const episodes = [{ title, guid: '1', audio: `${server.origin}/slow.mp3` }];
    server.text('/feed.xml', makeFeed({ title: 'Slow show', episodes }));
    await addShow(page, `${server.origin}/feed.xml`);
    await openEpisode(page, title);
    await use(slow);
  },
});

const main = (page: Page) => page.getByRole('main');
const play = (page: Page) => main(page).getByRole('button', { name: 'Play' }).first().click();
const downloaded = (page: Page) =>
  main(page)
    .getByRole('button', { name: /^Downloaded|Delete download/ })
    .first();

async function listenPast(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => position(page), { timeout: 30_000 }).toBeGreaterThan(seconds);
}

/** Notes from now on what happens to the one media element; the answer reads the notes. */
async function watchElement(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    const start = Reflect.get(HTMLMediaElement.prototype, 'play');
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      HTMLMediaElement.prototype.play = start;
      for (const kind of ['pause', 'waiting', 'stalled', 'emptied', 'seeking', 'error'])
        this.addEventListener(kind, () => noted.push(kind));
      return start.call(this);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted);
}

async function forget(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted.splice(0));
}

test('what is not downloaded plays at once, is kept, and goes on without a stop when it is whole', async ({
  page,
  server,
  slow,
}) => {
  slow.holdAt = 30 * bytesASecond;
  const notes = await watchElement(page);
  await play(page);
  await listenPast(page, 2);
  await expect(
    main(page)
      .getByRole('progressbar', { name: `Downloading ${title}` })
      .first(),
  ).toBeVisible();

  await forget(page);
  slow.release();
  await expect(downloaded(page)).toBeVisible();
  await server.stop();
  const then = await position(page);
  await listenPast(page, then + 3);
  expect(await notes()).toEqual([]);
  expect(slow.ranges).toEqual([undefined]);

  // The jump is the moment for the file itself, which knows its times.
  for (const _ of Array(5)) await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
  await listenPast(page, 151);
  await expect(main(page)).not.toContainText('approximate');
});

test('a jump far ahead is heard at once, in the same recording, and kept', async ({ app, page, slow }) => {
  slow.holdAt = 20 * bytesASecond;
  await play(page);
  await listenPast(page, 1);
  await player(page).getByRole('slider', { name: 'Position' }).focus();
  for (const _ of Array(4)) await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
  await listenPast(page, 122);
  expect(slow.ranges[0]).toBeUndefined();
  expect(slow.ranges.slice(1).every((range) => Number(/\d+/.exec(range ?? '')?.[0]) >= slow.holdAt)).toBe(
    true,
  );
  slow.release();
  await expect(downloaded(page)).toBeVisible();
  const folder = path.join(app.dataFolder, 'Downloads', 'Slow show');
  const [file = ''] = (await readdir(folder)).filter(
    (name) => name.endsWith('.mp3') && !name.startsWith('.'),
  );
  expect(audio.equals(await readFile(path.join(folder, file)))).toBe(true);
});

test('a connection that breaks is not heard', async ({ page, slow }) => {
  slow.breakAt = 5 * bytesASecond;
  await play(page);
  await listenPast(page, 2);
  slow.breakAt = Infinity;
  await listenPast(page, 8);
  await expect(downloaded(page)).toBeVisible();
});

test('another recording is never mixed into the one that plays, and is played if the listener wants it', async ({
  page,
  slow,
}) => {
  slow.etag = null;
  slow.breakAt = 5 * bytesASecond;
  await play(page);
  await listenPast(page, 2);
  slow.body = Buffer.from(concat(tag, mp3Frames(4000, { mono: true })));
  slow.breakAt = Infinity;
  await expect(page.getByText('The server began to send another recording').first()).toBeVisible({
    timeout: 30_000,
  });
  const left = await position(page);
  await player(page).getByRole('button', { name: 'Play' }).click();
  await listenPast(page, left + 1);
});

test('where no jump is possible, this is said', async ({ page, slow }) => {
  slow.etag = null;
  slow.body = audio.subarray(tag.length);
  slow.holdAt = 20 * bytesASecond;
  await play(page);
  await listenPast(page, 1);
  await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
  await expect(page.getByText('This stream cannot jump yet')).toBeVisible();
  slow.release();
  await expect(downloaded(page)).toBeVisible();
  await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
  await listenPast(page, 31);
});

test('what the user does not want to keep passes by', async ({ app, page, slow }) => {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Keep what you stream' }).click();
  await page.goBack();
  await play(page);
  await listenPast(page, 2);
  await expect(main(page).getByRole('button', { name: 'Download', exact: true }).first()).toBeVisible();
  const folder = path.join(app.dataFolder, 'Downloads');
  const kept = await readdir(folder, { recursive: true }).catch(() => []);
  expect(kept.filter((name) => /\.(?:part|mp3)$/.test(name))).toEqual([]);
  expect(slow.ranges[0]).toBeUndefined();
});

const hearing = test.extend<{ sink: NullSink }>({
  sink: async ({}, use) => {
    const sink = await startNullSink();
    await use(sink);
    await sink.stop();
  },
  environment: async ({ sink }, use) => {
    await use(sink.environment);
  },
});

/** One tone, which never pauses, 32,000 bytes a second: so long that the end, which Chromium reads first, is far ahead. */
const tone = madeWav([{ seconds: 150, hz: 440, db: -12 }]);
const toneBytesASecond = 32_000;
/** Seconds of the longest silence that is no gap. */
const mostSilence = 0.05;
/** Share of full scale; the tone is far above it. */
const audible = 0.05;
/** A busy machine makes holes of its own; one of ours is there each time. */
const mostAttempts = 4;

hearing.describe('by ear', () => {
  hearing.skip(
    !soundServerInstalled(),
    'No PulseAudio here: the change to the file is checked by events alone.',
  );

  hearing('the moment in which the download becomes whole is not heard', async ({ page, server, sink }) => {
    hearing.slow();
    let silence = Infinity;
    for (let attempt = 1; attempt <= mostAttempts && silence > mostSilence; attempt += 1)
      silence = await hearCompletion({ page, server, sink }, attempt);
    expect(silence).toBeLessThanOrEqual(mostSilence);
  });
});

/** Streams an episode of its own from before its download is whole until four seconds after; the longest silence, in seconds. */
async function hearCompletion(
  { page, server, sink }: { page: Page; server: PodcastServer; sink: NullSink },
  attempt: number,
): Promise<number> {
  const slow = new SlowServer(tone, 'audio/wav');
  slow.holdAt = 40 * toneBytesASecond;
  server.raw(`/tone-${attempt}.wav`, slow.answer);
  const episode = {
    title: `Tone ${attempt}`,
    guid: 'tone',
    audio: `${server.origin}/tone-${attempt}.wav`,
    audioType: 'audio/wav',
  };
  server.text(`/tone-${attempt}.xml`, makeFeed({ title: `Tones ${attempt}`, episodes: [episode] }));
  await addShow(page, `${server.origin}/tone-${attempt}.xml`);
  await openEpisode(page, episode.title);
  await play(page);
  await listenPast(page, 1);
  const recording = await sink.record();
  await expect(downloaded(page)).toBeHidden();
  slow.release();
  await expect(downloaded(page)).toBeVisible();
  await listenPast(page, (await position(page)) + 4);
  const heard = await recording.stop();
  await player(page).getByRole('button', { name: 'Pause' }).click();
  const goesOn = soundStart(heard.subarray(-recordedRate / 2), audible) >= 0;
  return goesOn ? longestHole(heard, recordedRate) : Infinity;
}
