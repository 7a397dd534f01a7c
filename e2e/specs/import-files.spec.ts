import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { answerDialogs } from '../fixtures/answer-dialogs.ts';
import { expect, test as base } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode, position } from '../fixtures/screens.ts';
import { taggedSample } from '../fixtures/tagged-audio.ts';

/** A subscribed show whose server has no audio any more, and a folder with what somebody kept of it. */
const test = base.extend<{ kept: string; subscribed: undefined }>({
  kept: async ({}, use) => {
    const kept = await mkdtemp(path.join(tmpdir(), 'earmark-kept-'));
    const ebb = await taggedSample('aelita.mp3', { TIT2: 'Ebb', TALB: 'Coast' });
    await writeFile(path.join(kept, 'track 07.mp3'), ebb);
    await writeFile(path.join(kept, 'unknown.mp3'), await taggedSample('sense-and-sensibility.mp3'));
    await writeFile(path.join(kept, 'page.mp3'), '<!doctype html>');
    await use(kept);
    await rm(kept, { recursive: true });
  },
  subscribed: async ({ app }, use) => {
    const server = await startPodcastServer();
    const audio = (name: string): string => `${server.origin}/gone/${name}.mp3`;
    const episodes = [
      { title: 'Ebb', guid: '1', audio: audio('e') },
      { title: 'Flood', guid: '2', audio: audio('f') },
    ];
    server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
    await addShow(app.page, `${server.origin}/feed.xml`);
    await expect(app.page.getByRole('heading', { level: 1, name: 'Coast' })).toBeVisible();
    await server.stop();
    await use(undefined);
  },
});

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import audio files' });
const fileOf = (page: Page, name: string) =>
  dialogOf(page).getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name });

test('files of this computer go to the episodes they are, and can be sent to others', async ({
  app,
  page,
  kept,
  subscribed: _subscribed,
}) => {
  const names = ['track 07.mp3', 'unknown.mp3', 'page.mp3'];
  await answerDialogs(app, ...names.map((name) => path.join(kept, name)));
  await page.getByRole('link', { name: 'Downloads' }).click();
  await page.getByRole('button', { name: 'Import audio…' }).click();
  await expect(fileOf(page, 'track 07.mp3')).toContainText('Ebb · Coast');
  await expect(fileOf(page, 'unknown.mp3')).toContainText('No episode recognised');
  await expect(dialogOf(page)).toContainText('1 file is no audio');
  await expectAccessible(page, 'import of audio files');

  await page.getByRole('button', { name: 'Change the episode of unknown.mp3' }).click();
  await page.getByRole('searchbox', { name: 'Find an episode' }).fill('Flo');
  await dialogOf(page).getByRole('button', { name: 'Flood · Coast' }).click();
  await dialogOf(page).getByRole('button', { name: 'Import 2 files' }).click();
  await expect(dialogOf(page).getByRole('status')).toHaveText('2 files imported');
  await dialogOf(page).getByRole('button', { name: 'Close' }).last().click();

  const folder = path.join(app.dataFolder, 'Downloads', 'Coast');
  await expect
    .poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.mp3')))
    .toHaveLength(2);
  expect((await readdir(kept)).sort()).toEqual(['page.mp3', 'track 07.mp3', 'unknown.mp3']);
  await page.getByRole('list', { name: 'Episodes' }).getByRole('link', { name: 'Ebb' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(1);
});

test('audio dropped on the window is offered, and nothing happens before the user says so', async ({
  app,
  page,
  kept,
  subscribed: _subscribed,
}) => {
  // A file that a page makes up has no place on the disk; one that a person chose has.
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' })),
  );
  await page.locator('#chosen').setInputFiles(path.join(kept, 'track 07.mp3'));
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#chosen')!;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(input.files![0]!);
    dataTransfer.items.add(new File(['made up'], 'made up.mp3', { type: 'audio/mpeg' }));
    input.remove();
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  await expect(fileOf(page, 'track 07.mp3')).toContainText('Ebb · Coast');
  await expect(dialogOf(page).getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(1);
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(readdir(path.join(app.dataFolder, 'Downloads', 'Coast'))).rejects.toThrow();
  await openEpisode(page, 'Ebb');
  expect(await readFile(path.join(kept, 'track 07.mp3'))).toHaveLength(
    (await taggedSample('aelita.mp3', { TIT2: 'Ebb', TALB: 'Coast' })).length,
  );
});

test('a page cannot name a file of this computer', async ({ page }) => {
  const answer = page.evaluate(() => {
    const bridge = (
      window as unknown as { desktop: { invoke(name: string, args: unknown): Promise<unknown> } }
    ).desktop;
    return bridge.invoke('import:dropped', { paths: ['/etc/hostname'] });
  });
  await expect(answer).rejects.toThrow('No such request');
});
