import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';

test('add a show, download, lose the network, listen, quit, and be where one was @packaged', async ({
  app,
}) => {
  const server = await startPodcastServer();
  let page = app.page;
  await addShow(page, `${server.origin}/sample/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: /Earmark Sample/ })).toBeVisible();

  await openEpisode(page, title);
  await expect(page.getByRole('link', { name: /^All episodes of/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Other episodes' })).toContainText('Sense and Sensibility');
  await downloadOpenEpisode(page);
  await expect(page.getByRole('article', { name: 'Transcript' })).toContainText(
    'Корреспондент американской газеты',
  );
  await server.stop();

  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(2);
  await expect(
    page.getByRole('article', { name: 'Transcript' }).locator('[aria-current="true"]'),
  ).toBeVisible();
  await player(page).getByRole('button', { name: 'Pause' }).click();
  const left = await position(page);

  page = await app.restart();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect.poll(() => position(page)).toBeGreaterThan(left - 2);
  expect(await position(page)).toBeLessThan(left + 2);
  await expect(page.getByRole('article', { name: 'Transcript' })).toContainText(
    'Корреспондент американской газеты',
  );
  await expect(page.getByRole('main')).not.toContainText('approximate');
  await expect(player(page).getByRole('slider', { name: 'Position' })).toHaveAttribute(
    'aria-valuetext',
    /^0:\d\d of 0:55$/,
  );
  await player(page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => position(page)).toBeGreaterThan(left + 1);
});

test('a download shows its progress and can be cancelled', async ({ page }) => {
  const server = await startPodcastServer();
  server.raw('/slow.mp3', (_, response) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': 1_000_000 });
    response.write(Buffer.concat([Buffer.from('ID3'), Buffer.alloc(400_000)]));
  });
  const feed = `<rss version="2.0"><channel><title>Slow show</title><item><guid>1</guid><title>Slow one</title>
    <enclosure url="${server.origin}/slow.mp3" type="audio/mpeg" length="1000000"/></item></channel></rss>`;
  server.text('/feed.xml', feed);
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Slow one');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Download', exact: true }).first().click();

  const progress = main.getByRole('progressbar', { name: 'Downloading Slow one' });
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
  await main.getByRole('button', { name: 'Cancel download' }).first().click();
  await expect(main.getByRole('button', { name: 'Download', exact: true }).first()).toBeVisible();
  await server.stop();
});

test('a download goes on after the app was killed', async ({ app }) => {
  const server = await startPodcastServer();
  const whole = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(2_000_000, 7)]);
  let cutShort = true;
  const ranges: string[] = [];
  server.raw('/long.mp3', (request, response) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    ranges.push(request.headers.range ?? '');
    const headers = { 'content-type': 'audio/mpeg', etag: '"one"', 'content-length': whole.length - from };
    const partial = { ...headers, 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` };
    response.writeHead(from > 0 ? 206 : 200, from > 0 ? partial : headers);
    if (cutShort) response.write(whole.subarray(0, 1_200_000));
    else response.end(whole.subarray(from));
  });
  server.text(
    '/feed.xml',
    `<rss version="2.0"><channel><title>Long show</title><item><guid>1</guid><title>Long one</title>
    <enclosure url="${server.origin}/long.mp3" type="audio/mpeg"/></item></channel></rss>`,
  );
  await addShow(app.page, `${server.origin}/feed.xml`);
  await openEpisode(app.page, 'Long one');
  await app.page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).first().click();
  const progress = app.page.getByRole('main').getByRole('progressbar', { name: 'Downloading Long one' });
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(50);

  await expect.poll(() => keptOffset(app.dataFolder)).toBe(1_200_000);

  await app.kill();
  cutShort = false;
  const page = await app.start();
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
  await expect(page.getByRole('button', { name: 'Delete download' }).first()).toBeVisible();
  expect(ranges.at(-1)).toBe('bytes=1200000-');
  await server.stop();
});

/** How much of the unfinished download is certainly on the disk, as its journal says. */
async function keptOffset(dataFolder: string): Promise<number> {
  const folder = path.join(dataFolder, 'Downloads', '.earmark');
  const part = (await readdir(folder)).find((name) => name.endsWith('.part'));
  if (part === undefined) return 0;
  const journal = part.replace(/part$/, 'json');
  return (JSON.parse(await readFile(path.join(folder, journal), 'utf8')) as { offset: number }).offset;
}
