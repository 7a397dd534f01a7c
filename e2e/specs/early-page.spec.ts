import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { expect, test } from '../fixtures/app.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility';

test('a page that is there before anybody can answer it plays all the same', async ({ app }) => {
  const server = await startPodcastServer();
  await addShow(app.page, `${server.origin}/sample/feed.xml`);
  await openEpisode(app.page, title);
  await downloadOpenEpisode(app.page);
  await app.page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(app.page)).toBeGreaterThan(0);
  await app.quit();

  const settings = path.join(app.dataFolder, 'settings.json');
  const content = await readFile(settings, 'utf8').catch(() => '{}');
  await rm(settings, { force: true });
  execFileSync('mkfifo', [settings]);
  const started = app.start();
  // First the window reads how it looked; what works behind it reads on only when the page has been there for long.
  await writeFile(settings, content);
  await expect(async () => expect(await isLoaded(app)).toBe(true)).toPass();
  await writeFile(settings, content);
  const page = await started;

  const before = await position(page);
  await player(page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => position(page)).toBeGreaterThan(before);
  await server.stop();
});

async function isLoaded(app: EarmarkApp): Promise<boolean> {
  return app.page.evaluate(() => document.readyState === 'complete');
}
