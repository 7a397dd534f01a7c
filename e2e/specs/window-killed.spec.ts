import type { ServerResponse } from 'node:http';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addSampleShow, addShow, openEpisode, position } from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';
/** The position is kept every so many seconds. */
const keptEvery = 10;
const audio = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\n', 'latin1'), Buffer.alloc(200_000, 1)]);

/** What a script finds in the window. The page that Playwright knew died with its process. */
function inWindow<Value>(electron: ElectronApplication, script: string): Promise<Value> {
  return electron.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(code) as Promise<unknown>,
    script,
  ) as Promise<Value>;
}

test('a window whose process is killed is back, where it was, and no download noticed', async ({ app }) => {
  const { page } = app;
  const electron = app.electron!;
  const server = await startPodcastServer();
  const waiting: ServerResponse[] = [];
  let requests = 0;
  server.raw('/slow.mp3', (_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': audio.length });
    response.write(audio.subarray(0, 50_000));
    waiting.push(response);
  });
  const episodes = [{ title: 'On its way', guid: '1', audio: `${server.origin}/slow.mp3` }];
  server.text('/feed.xml', makeFeed({ title: 'Slow show', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'On its way');
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
  await expect.poll(() => waiting.length).toBe(1);
  await addSampleShow(page);
  await openEpisode(page, title);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page), { timeout: 30_000 }).toBeGreaterThan(keptEvery + 2);

  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  process.kill(pid, 'SIGKILL');
  const isReady = () =>
    electron.evaluate(
      ({ BrowserWindow }, died) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() !== died,
      pid,
    );
  await expect.poll(isReady).toBe(true);
  await expect
    .poll(() => inWindow<string>(electron, "document.documentElement.dataset.ready ?? ''"))
    .toBe('true');
  const sliderValue = `Number(document.querySelector('[role="slider"][aria-label="Position"]').getAttribute('aria-valuenow'))`;
  await expect.poll(() => inWindow<number>(electron, sliderValue)).toBeGreaterThan(1);
  const playerName = `document.querySelector('[aria-label="Player"]')`;
  expect(await inWindow<string>(electron, `${playerName}.innerText`)).toContain(title);

  for (const response of waiting) response.end(audio.subarray(50_000));
  const show = path.join(app.dataFolder, 'Downloads', 'Slow show');
  await expect
    .poll(async () => (await readdir(show).catch(() => [])).filter((name) => name.endsWith('.mp3')))
    .toHaveLength(1);
  expect(requests).toBe(1);
  await server.stop();
});
