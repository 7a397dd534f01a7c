import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

const header = `Basic ${Buffer.from('ada:hush-hush').toString('base64')}`;

/** A private show: its feed and its audio are given to nobody who is not signed in. */
async function publish(server: PodcastServer): Promise<void> {
  const audio = await readFile(path.resolve('sample', 'aelita.mp3'));
  const episodes = [{ title: 'For members', guid: '1', audio: `${server.origin}/1.mp3` }];
  const bodies = { '/feed.xml': Buffer.from(makeFeed({ title: 'Private', episodes })), '/1.mp3': audio };
  for (const [route, body] of Object.entries(bodies)) {
    server.raw(route, (request, response) => {
      if (request.headers.authorization !== header) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="members"' }).end();
        return;
      }
      const type = route.endsWith('xml') ? 'application/rss+xml' : 'audio/mpeg';
      response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
    });
  }
}

/** Every file of the app's own data, the databases too. */
async function everythingKept(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !entry.name.endsWith('.mp3'));
  const texts = files.map((entry) =>
    readFile(path.join(entry.parentPath, entry.name), 'latin1').catch(() => ''),
  );
  return (await Promise.all(texts)).join('\n');
}

test('a private feed asks for a password, which is kept nowhere in plain text and can be forgotten', async ({
  app,
}) => {
  const server = await startPodcastServer();
  await publish(server);
  const { page } = app;
  await addShow(page, `${server.origin}/feed.xml`);
  const dialog = page.getByRole('dialog', { name: 'Add show' });
  await expect(dialog.getByRole('alert')).toContainText('password');
  await dialog.getByRole('textbox', { name: 'User name' }).fill('ada');
  await dialog.getByLabel('Password').fill('wrong');
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog.getByRole('alert')).toContainText('password');
  await dialog.getByLabel('Password').fill('hush-hush');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Private' })).toBeVisible();

  await openEpisode(page, 'For members');
  await downloadOpenEpisode(page);
  await page.getByRole('link', { name: 'All episodes of Private' }).click();
  await page.getByRole('button', { name: 'Show settings' }).click();
  const settings = page.getByRole('dialog', { name: /Private/ });
  await expect(settings.getByRole('region', { name: 'Sign-in' })).toContainText('Signed in as ada');
  await settings.getByRole('button', { name: 'Forget' }).click();
  await expect(settings.getByRole('region', { name: 'Sign-in' })).toContainText('Nobody is signed in');
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert').first()).toContainText('The server asks for a password');

  await page.getByRole('button', { name: 'Show settings' }).click();
  await settings.getByRole('button', { name: 'Sign in' }).click();
  await settings.getByRole('textbox', { name: 'User name' }).fill('ada');
  await settings.getByLabel('Password').fill('hush-hush');
  await page.keyboard.press('Enter');
  await expect(settings.getByRole('region', { name: 'Sign-in' })).toContainText('Signed in as ada');
  await app.quit();
  const kept = await everythingKept(app.dataFolder);
  expect(kept).not.toContain('hush-hush');
  expect(kept).not.toContain(header.slice('Basic '.length));
  await server.stop();
});
