import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Harbour lights';

let server: PodcastServer;
test.beforeEach(async () => {
  server = await startPodcastServer();
});
test.afterEach(() => server.stop());

/** Some seconds of moving picture, made by the browser itself. */
async function recordPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 320, height: 180 });
    const context = canvas.getContext('2d')!;
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    const ended = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    let drawn = 0;
    await new Promise<void>((resolve) => {
      const draw = (): void => {
        context.fillStyle = `hsl(${drawn * 3} 80% 50%)`;
        context.fillRect(0, 0, 320, 180);
        drawn += 1;
        if (drawn > 240) resolve();
        else requestAnimationFrame(draw);
      };
      draw();
    });
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

test('an episode with a picture shows it on its page, then in the player, and over the whole screen', async ({
  page,
}) => {
  server.bytes('/1.webm', await recordPicture(page), 'video/webm');
  const episodes = [{ title, guid: '1', audio: `${server.origin}/1.webm`, audioType: 'video/webm' }];
  server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  const picture = page.getByRole('group', { name: 'Picture of the episode' });
  const before = await picture.boundingBox();
  await picture.getByRole('button', { name: 'Play or pause' }).click();
  await expect(picture.locator('video')).toBeVisible();
  expect(await picture.boundingBox(), 'nothing moves when it comes').toEqual(before);

  await page.keyboard.press('Shift+F');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('VIDEO');
  await page.keyboard.press('Shift+F');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();

  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Queue' }).click();
  await expect(player(page).locator('video')).toBeVisible();
  await expect.poll(() => position(page)).toBeGreaterThan(0);
});

test('another version of the audio can be chosen, and is the one that is fetched', async ({ page }) => {
  const bytes = await readFile(path.resolve('sample', 'aelita.mp3'));
  server.bytes('/1.mp3', bytes, 'audio/mpeg');
  server.bytes('/small.mp3', bytes, 'audio/mpeg');
  const extra = `
    <podcast:alternateEnclosure type="audio/mpeg" length="1200000" bitrate="32000" title="Small" lang="ru">
      <podcast:source uri="ipfs://nowhere"/><podcast:source uri="${server.origin}/small.mp3"/>
    </podcast:alternateEnclosure>
    <podcast:alternateEnclosure type="application/x-bittorrent" title="Torrent">
      <podcast:source uri="magnet:?xt=urn:btih:0"/>
    </podcast:alternateEnclosure>`;
  const episodes = [{ title, guid: '1', audio: `${server.origin}/1.mp3`, extra }];
  server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  const versions = page.getByRole('radiogroup', { name: 'Versions' });
  await expect(versions.getByRole('radio')).toHaveCount(2);
  await expect(versions).toContainText('32 kbit/s · Russian · 1.2 MB');
  await versions.getByRole('radio', { name: /^Small/ }).click();
  await expect(versions.getByRole('radio', { name: /^Small/ })).toBeChecked();
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Downloaded' })).toBeVisible();
  expect(server.requests).toContain('/small.mp3');
  expect(server.requests).not.toContain('/1.mp3');

  await versions.getByRole('radio', { name: /^Usual/ }).click();
  const question = page.getByRole('dialog', { name: 'Download this version instead?' });
  await question.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(versions.getByRole('radio', { name: /^Small/ }), 'the file keeps its bytes').toBeChecked();
  await versions.getByRole('radio', { name: /^Usual/ }).click();
  await question.getByRole('button', { name: 'Delete and download' }).click();
  await expect.poll(() => server.requests).toContain('/1.mp3');
  await expect(versions.getByRole('radio', { name: /^Usual/ })).toBeChecked();
});
