import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, position } from '../fixtures/screens.ts';

test('an episode that comes in other forms only is downloaded and played, if it is what its publisher states', async ({
  page,
}) => {
  const server = await startPodcastServer();
  const audio = await readFile(path.resolve('sample', 'aelita.mp3'));
  const stated = `sha384-${createHash('sha384').update(audio).digest('base64')}`;
  const forms = (file: string): string => `<podcast:alternateEnclosure type="video/x-flv" length="1">
      <podcast:source uri="${server.origin}/a.flv"/></podcast:alternateEnclosure>
    <podcast:alternateEnclosure type="audio/mpeg" title="Standard"><podcast:source uri="ipfs://x"/>
      <podcast:source uri="${server.origin}/${file}"/>
      <podcast:integrity type="sri" value="${stated}"/></podcast:alternateEnclosure>`;
  server.bytes('/true.mp3', audio, 'audio/mpeg');
  server.bytes(
    '/exchanged.mp3',
    await readFile(path.resolve('sample', 'sense-and-sensibility.mp3')),
    'audio/mpeg',
  );
  const episodes = [
    { title: 'Genuine', guid: '1', extra: forms('true.mp3') },
    { title: 'Exchanged', guid: '2', extra: forms('exchanged.mp3') },
  ];
  server.text('/feed.xml', makeFeed({ title: 'Forms', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Genuine');
  await downloadOpenEpisode(page);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(1);
  await page.getByRole('link', { name: /All episodes of/ }).click();
  await openEpisode(page, 'Exchanged');
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('not the one the publisher described');
  await expect(page.getByRole('button', { name: /^Downloaded/ })).toHaveCount(0);
  await server.stop();
});

test('HE-AAC with parametric stereo, of which its headers say nothing, is played', async ({ page }) => {
  const server = await startPodcastServer();
  server.bytes(
    '/a.aac',
    await readFile(path.resolve('electron', 'worker', 'testing', 'clicks-he2.aac')),
    'audio/aac',
  );
  const episodes = [{ title: 'Small', guid: '1', audio: `${server.origin}/a.aac`, audioType: 'audio/aac' }];
  server.text('/feed.xml', makeFeed({ title: 'Forms', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Small');
  await downloadOpenEpisode(page);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await server.stop();
});
