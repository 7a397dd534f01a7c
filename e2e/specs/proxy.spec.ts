import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures/app.ts';
import { startForwardProxy, type ForwardProxy } from '../fixtures/forward-proxy.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

/** No name server knows it: only the proxy does. */
const host = 'show.example';
const feed = `http://${host}/feed.xml`;

const test = base.extend<{ server: PodcastServer; wayOut: ForwardProxy }>({
  server: async ({}, use) => {
    const server = await startPodcastServer();
    server.bytes('/a.mp3', await readFile(path.resolve('sample', 'aelita.mp3')), 'audio/mpeg');
    const episodes = [{ title: 'Far away', guid: '1', audio: `http://${host}/a.mp3` }];
    server.text('/feed.xml', makeFeed({ title: 'Behind the proxy', episodes }));
    await use(server);
    await server.stop();
  },
  wayOut: async ({ server }, use) => {
    const wayOut = await startForwardProxy(host, Number(new URL(server.origin).port));
    await use(wayOut);
    await wayOut.stop();
  },
});

const openSettings = (page: Page) =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Settings' }).click();

const choose = (page: Page, choice: string) =>
  page.getByRole('radiogroup', { name: 'Proxy' }).getByText(choice, { exact: true }).click();

/** By keyboard, as the field asks for it. */
async function setByHand(page: Page, address: string): Promise<void> {
  await choose(page, 'By hand');
  await page.getByRole('textbox', { name: 'Address of the proxy' }).fill(address);
  await page.keyboard.press('Enter');
}

test('a proxy set by hand carries feed and audio, until none is wanted', async ({ page, server, wayOut }) => {
  await openSettings(page);
  await setByHand(page, wayOut.address);
  await expect(page.getByText('The proxy is in use')).toBeVisible();

  await addShow(page, feed);
  await openEpisode(page, 'Far away');
  await downloadOpenEpisode(page);
  expect(wayOut.requests).toEqual(expect.arrayContaining([feed, `http://${host}/a.mp3`]));

  await openSettings(page);
  await choose(page, 'None');
  const before = wayOut.requests.length;
  server.text('/near.xml', makeFeed({ title: 'Near', episodes: [] }));
  await addShow(page, `${server.origin}/near.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Near' })).toBeVisible();
  await openSettings(page);
  await addShow(page, `http://${host}/other.xml`);
  await expect(page.getByText(/cannot be reached|is offline/)).toBeVisible();
  expect(wayOut.requests).toHaveLength(before);
});

test('an address that is none is told apart, and a proxy that does not answer is called by its name', async ({
  page,
  wayOut,
}) => {
  await openSettings(page);
  await setByHand(page, 'ftp://proxy.example');
  await expect(page.getByText('Earmark speaks to proxies by http, https and socks5.')).toBeVisible();
  await setByHand(page, 'http://me:secret@proxy.example');
  await expect(page.getByText('Leave out the name and the password')).toBeVisible();

  await wayOut.stop();
  await setByHand(page, wayOut.address);
  await expect(page.getByText('The proxy is in use')).toBeVisible();
  await addShow(page, feed);
  await expect(page.getByText('The proxy does not answer')).toBeVisible();
});
