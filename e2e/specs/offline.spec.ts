import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, position } from '../fixtures/screens.ts';

const sample = path.resolve('sample');
const title = 'Harbour lights';

async function publish(server: PodcastServer): Promise<void> {
  const { origin } = server;
  const [audio, picture] = await Promise.all([
    readFile(path.join(sample, 'aelita.mp3')),
    readFile(path.join(sample, 'cover.png')),
  ]);
  server.bytes('/1.mp3', audio, 'audio/mpeg');
  for (const name of ['show', 'episode', 'chapter', 'note', 'host'])
    server.bytes(`/${name}.png`, picture, 'image/png');
  server.text('/1.vtt', 'WEBVTT\n\n00:00.000 --> 00:05.000\nThe lamps along the pier are lit.\n', {
    type: 'text/vtt',
  });
  const chapters = [
    { startTime: 0, title: 'Pier', img: `${origin}/chapter.png` },
    { startTime: 5, title: 'Lighthouse' },
  ];
  server.text('/1.json', JSON.stringify({ version: '1.2.0', chapters }), {
    type: 'application/json+chapters',
  });
  const extra = `<podcast:chapters url="${origin}/1.json" type="application/json+chapters"/>
    <itunes:image href="${origin}/episode.png"/>
    <podcast:person img="${origin}/host.png">Ada Pier</podcast:person>`;
  const description = `<p>The keeper's map:</p><p><img src="${origin}/note.png" alt="A map"></p>`;
  const transcript = { url: `${origin}/1.vtt`, type: 'text/vtt' };
  const first = {
    title,
    guid: '1',
    audio: `${origin}/1.mp3`,
    category: 'Sea',
    description,
    transcript,
    extra,
  };
  const episodes = [first, { title: 'Low tide', guid: '2', audio: `${origin}/2.mp3`, description: 'Mud.' }];
  server.text('/feed.xml', makeFeed({ title: 'Coast', image: `${origin}/show.png`, episodes }));
}

/** From now on no request of the app reaches anything, as where there is no network at all. */
async function cutNetwork(app: EarmarkApp): Promise<void> {
  await app.electron!.evaluate(() => {
    const { Socket } = process.getBuiltinModule('node:net');
    Socket.prototype.connect = function () {
      const error = Object.assign(new Error('connect ENETUNREACH'), { code: 'ENETUNREACH' });
      process.nextTick(() => this.destroy(error));
      return this;
    };
  });
  await app.page.context().setOffline(true);
}

/** Pictures kept on this computer. */
async function keptPictures(app: EarmarkApp): Promise<number> {
  return (await readdir(path.join(app.dataFolder, 'Pictures')).catch(() => [])).length;
}

async function expectShown(picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

async function expectWholeEpisode(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Transcript' })).toContainText('The lamps along the pier');
  await expect(main).toContainText('Lighthouse');
  await expectShown(main.locator('.persons img'));
  await page.getByRole('tab', { name: 'Notes' }).click();
  await expectShown(main.getByRole('img', { name: 'A map' }));
  await expect(page.getByRole('region', { name: 'Other episodes' })).toContainText('Low tide');
  await expect(page.getByRole('alert')).toHaveCount(0);
}

test('a download brings the whole episode: without a network every page of it is there', async ({ app }) => {
  const server = await startPodcastServer();
  await publish(server);
  await addShow(app.page, `${server.origin}/feed.xml`);
  await openEpisode(app.page, title);
  await downloadOpenEpisode(app.page);
  await expect.poll(() => keptPictures(app)).toBeGreaterThanOrEqual(5);
  await server.stop();

  const page = await app.restart();
  await cutNetwork(app);
  const library = page.getByRole('navigation', { name: 'Library' });
  for (const name of ['New', 'Queue', 'Downloads', 'Highlights', 'Shows', 'Settings']) {
    await library.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await library.getByRole('link', { name: 'Downloads' }).click();
  await openEpisode(page, title);
  await expectWholeEpisode(page);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(1);
  await page.getByRole('link', { name: 'All episodes of Coast' }).click();
  await expectShown(page.getByRole('main').locator('img').first());
  await openEpisode(page, 'Low tide');
  await expect(page.getByRole('main')).toContainText('Mud.');
});

test('what an interrupted download has left out comes at the next start', async ({ app }) => {
  const server = await startPodcastServer();
  await publish(server);
  let isDown = true;
  const picture = await readFile(path.join(sample, 'cover.png'));
  server.raw('/note.png', (request, response) => {
    if (isDown) request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  });
  server.raw('/1.vtt', (request) => void request.socket.pause());
  await addShow(app.page, `${server.origin}/feed.xml`);
  await openEpisode(app.page, title);
  await downloadOpenEpisode(app.page);
  await expect.poll(() => server.requests).toContain('/1.vtt');
  await app.kill();

  isDown = false;
  await publish(server);
  const asked = server.requests.length;
  const page = await app.start();
  await expect
    .poll(() => server.requests.slice(asked), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['/1.vtt', '/note.png']));
  await server.stop();
  await cutNetwork(app);
  await page.reload();
  await expectWholeEpisode(page);
});
