import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode, player, position } from '../fixtures/screens.ts';
import { startSecureRedirect, type SecureRedirect } from '../fixtures/secure-redirect.ts';

const question = 'This show sends its audio unencrypted';

const test = base.extend<{ secure: SecureRedirect; server: PodcastServer }>({
  secure: async ({}, use, info) => {
    const secure = await startSecureRedirect(info.outputPath('certificate.pem'));
    await use(secure);
    await secure.stop();
  },
  environment: async ({ secure }, use) => {
    await use(secure.environment);
  },
  /** A show whose audio is announced at an encrypted server, which leads to one without encryption. */
  server: async ({ secure, page }, use) => {
    const server = await startPodcastServer();
    secure.target = server.origin;
    const audio = await readFile(path.resolve('sample', 'aelita.mp3'));
    for (const number of [1, 2]) server.bytes(`/${number}.mp3`, audio, 'audio/mpeg');
    const episodes = [1, 2].map((number) => ({
      title: `Episode ${number}`,
      guid: `${number}`,
      audio: `${secure.origin}/${number}.mp3`,
    }));
    server.text('/feed.xml', makeFeed({ title: 'Plain show', episodes }));
    await addShow(page, `${server.origin}/feed.xml`);
    await use(server);
    await server.stop();
  },
});

const main = (page: Page) => page.getByRole('main');
const downloaded = (page: Page) =>
  main(page)
    .getByRole('button', { name: /^Downloaded|Delete download/ })
    .first();
const audioAsked = ({ requests }: PodcastServer) => requests.filter((route) => route.endsWith('.mp3'));

test('a download that would come unencrypted waits for an answer, which holds for the show', async ({
  page,
  server,
}) => {
  await openEpisode(page, 'Episode 1');
  await main(page).getByRole('button', { name: 'Download', exact: true }).first().click();
  const asked = main(page).getByRole('alert').filter({ hasText: question });
  await expect(asked).toBeVisible();
  expect(audioAsked(server)).toEqual([]);
  await asked.getByRole('button', { name: 'Allow for this show' }).click();
  await expect(downloaded(page)).toBeVisible();

  await page.getByRole('link', { name: 'All episodes of Plain show' }).click();
  await openEpisode(page, 'Episode 2');
  await main(page).getByRole('button', { name: 'Download', exact: true }).first().click();
  await expect(downloaded(page)).toBeVisible();
});

test('a play is not begun before, and the answer can be taken back', async ({ page, server }) => {
  await openEpisode(page, 'Episode 1');
  await main(page).getByRole('button', { name: 'Play' }).first().click();
  const asked = player(page).getByRole('alert').filter({ hasText: question });
  await expect(asked).toBeVisible();
  expect(audioAsked(server)).toEqual([]);
  await asked.getByRole('button', { name: 'Allow for this show' }).click();
  await expect.poll(() => position(page), { timeout: 30_000 }).toBeGreaterThan(1);

  await page.getByRole('link', { name: 'All episodes of Plain show' }).click();
  await page.getByRole('button', { name: 'Show settings' }).click();
  const allowed = page.getByRole('dialog').getByRole('switch', { name: 'Unencrypted audio' });
  await expect(allowed).toBeChecked();
  await allowed.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await openEpisode(page, 'Episode 2');
  await main(page).getByRole('button', { name: 'Download', exact: true }).first().click();
  await expect(main(page).getByRole('alert').filter({ hasText: question })).toBeVisible();
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
  await main(page).getByRole('button', { name: 'Allow for this show' }).click();
  await expect(main(page).getByText(question)).toBeHidden();
});
