import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode, position } from '../fixtures/screens.ts';

/** What the user chooses in the system's dialog. */
async function chooseNext(app: EarmarkApp, file: string): Promise<void> {
  await app.electron!.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

test('audio that is here already is taken for its episode, and what is no audio is refused', async ({
  app,
}) => {
  const { page } = app;
  const server = await startPodcastServer();
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-own-'));
  try {
    const episodes = [{ title: 'Ebb', guid: '1', audio: `${server.origin}/gone.mp3` }];
    server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
    await addShow(page, `${server.origin}/feed.xml`);
    await openEpisode(page, 'Ebb');
    const take = async (name: string, content: Buffer): Promise<void> => {
      await writeFile(path.join(folder, name), content);
      await chooseNext(app, path.join(folder, name));
      await page.getByRole('main').getByRole('button', { name: /^More/ }).first().click();
      await page.getByRole('menuitem', { name: 'Use a file of mine…' }).click();
    };
    await take('page.mp3', Buffer.from('<!doctype html><title>No audio</title>'));
    await expect(page.getByRole('alert')).toContainText('audio');
    await expect(page.getByRole('button', { name: 'Delete download' })).toHaveCount(0);

    const audio = await readFile(path.resolve('sample', 'aelita.mp3'));
    await writeFile(path.join(folder, 'track 07.txt'), 'The tide went out before anybody had seen the boat.');
    await take('track 07.mp3', audio);
    await expect(page.getByRole('button', { name: /^Downloaded|Delete download/ }).first()).toBeVisible();
    const show = path.join(app.dataFolder, 'Downloads', 'Coast');
    const names = (await readdir(show)).filter((name) => name.endsWith('.mp3'));
    expect(names).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d Ebb\.mp3$/)]);
    expect((await readFile(path.join(show, names[0]!))).equals(audio)).toBe(true);
    expect(await readdir(folder)).toContain('track 07.mp3');
    await expect(page.getByRole('article', { name: 'Transcript' })).toContainText('The tide went out');
    await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
    await expect.poll(() => position(page)).toBeGreaterThan(1);
    expect(server.requests).not.toContain('/gone.mp3');
  } finally {
    await rm(folder, { recursive: true });
    await server.stop();
  }
});
