import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import {
  addSampleShow,
  addShow,
  downloadOpenEpisode,
  openEpisode,
  player,
  position,
} from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';

interface Watched {
  watched?: { element: HTMLMediaElement; turns: number[]; endSeconds: number };
}

/** Notes where the media element is, frame by frame: when the loop's end is set, and how far each turn gets. Seconds. */
async function watchTurns(page: Page): Promise<void> {
  await page.evaluate(() => {
    type Play = (this: HTMLMediaElement) => Promise<void>;
    const play: Play = Reflect.get<HTMLMediaElement, 'play'>(HTMLMediaElement.prototype, 'play');
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      const watched = { element: this, turns: [] as number[], endSeconds: 0 };
      Object.assign(window, { watched });
      let last = 0;
      const look = (): void => {
        if (this.currentTime < last - 0.1) watched.turns.push(last);
        last = this.currentTime;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      return play.call(this);
    };
    const hear = (event: KeyboardEvent): void => {
      const { watched } = window as Watched;
      if (event.code === 'BracketRight' && watched) watched.endSeconds = watched.element.currentTime;
    };
    window.addEventListener('keydown', hear, true);
  });
}

const readTurns = (page: Page) =>
  page.evaluate(() => {
    const { turns, endSeconds } = (window as Watched).watched!;
    return { turns: [...turns], endSeconds };
  });

test('a stretch set by two keys is heard again and again, to its end and not beyond', async ({ page }) => {
  await addSampleShow(page);
  await openEpisode(page, title);
  await downloadOpenEpisode(page);
  await watchTurns(page);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('[');
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(4);
  await page.keyboard.press(']');
  await expect.poll(async () => (await readTurns(page)).turns.length, { timeout: 30_000 }).toBeGreaterThan(3);

  // The first turn is the key itself. A busy machine may be late now and then, a loop that is not exact is late always.
  const { turns, endSeconds } = await readTurns(page);
  const beyond = turns.slice(1).map((reached) => reached - endSeconds);
  test.info().annotations.push({
    type: 'beyond the end, ms',
    description: beyond.map((s) => (s * 1000).toFixed(0)).join(' '),
  });
  expect(Math.min(...beyond.map(Math.abs))).toBeLessThan(0.05);

  await player(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Stop looping' }).click();
  await expect.poll(() => position(page), { timeout: 20_000 }).toBeGreaterThan(endSeconds + 1);
});

test('the last sentence is repeated although the sound ends with it', async ({ page }) => {
  const server = await startPodcastServer();
  server.text(
    '/words.vtt',
    'WEBVTT\n\n00:00.000 --> 00:20.000\nThe first sentence.\n\n00:20.000 --> 02:00.000\nThe last one.\n',
    { type: 'text/vtt' },
  );
  const audio = `${server.origin}/sample/sense-and-sensibility.mp3`;
  const extra = `<podcast:transcript url="${server.origin}/words.vtt" type="text/vtt"/>`;
  const episodes = [{ title: 'Said to the end', guid: '1', audio, extra }];
  server.text('/feed.xml', makeFeed({ title: 'One sentence', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Said to the end');
  await downloadOpenEpisode(page);
  await watchTurns(page);
  await page.getByRole('article', { name: 'Transcript' }).getByText('The last one.').click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(20);
  await page.keyboard.press('Shift+L');
  await expect.poll(async () => (await readTurns(page)).turns.length, { timeout: 30_000 }).toBeGreaterThan(1);
  for (const from of (await readTurns(page)).turns) expect(from).toBeGreaterThan(24);
  expect(await position(page)).toBeGreaterThanOrEqual(20);
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Shift+L');
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 30_000 });
  await server.stop();
});

test('an episode can be made louder on its own, and stays so', async ({ app }) => {
  await addSampleShow(app.page);
  await openEpisode(app.page, title);
  await app.page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await player(app.page).getByRole('button', { name: 'Loudness' }).click();
  await app.page.getByRole('button', { name: 'Louder in this episode' }).click();
  await expect(app.page.getByRole('group', { name: 'This episode' })).toContainText('+3 dB');

  const page = await app.restart();
  await player(page).getByRole('button', { name: 'Loudness' }).click();
  await expect(page.getByRole('group', { name: 'This episode' })).toContainText('+3 dB');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+M');
  await expect(player(page).getByRole('slider', { name: 'Volume' })).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('Shift+M');
  await expect(player(page).getByRole('slider', { name: 'Volume' })).toHaveAttribute('aria-valuenow', '100');
});
