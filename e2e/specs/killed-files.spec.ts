import { mkdtemp, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

const hugeBytes = 4 * 2 ** 30;

/** An audio file so long that no disk copies it before it is noticed; it takes no room until it is copied. */
async function makeHuge(file: string): Promise<void> {
  const handle = await open(file, 'w');
  await handle.write(await readFile(path.resolve('sample', 'aelita.mp3')));
  await handle.truncate(hugeBytes);
  await handle.close();
}

const workFolder = (app: EarmarkApp): string => path.join(app.dataFolder, 'Downloads', '.earmark');
/** What lies there besides the ledger; the folder comes with the first file. */
const left = async (app: EarmarkApp): Promise<string[]> =>
  (await readdir(workFolder(app)).catch(() => [])).filter((name) => name !== 'ledger.jsonl');
const audioOf = async (app: EarmarkApp, show: string): Promise<string[]> =>
  (await readdir(path.join(app.dataFolder, 'Downloads', show)).catch(() => [])).filter((name) =>
    name.endsWith('.mp3'),
  );

test('killed while it copies a file of the user’s, it has taken nothing and downloads nothing instead', async ({
  app,
}) => {
  const server = await startPodcastServer();
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-huge-'));
  const file = path.join(folder, 'mine.mp3');
  try {
    await makeHuge(file);
    const episodes = [{ title: 'Ebb', guid: '1', audio: `${server.origin}/gone.mp3` }];
    server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
    await addShow(app.page, `${server.origin}/feed.xml`);
    await openEpisode(app.page, 'Ebb');
    await app.electron!.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, file);
    await app.page.getByRole('main').getByRole('button', { name: /^More/ }).first().click();
    await app.page.getByRole('menuitem', { name: 'Use a file of mine…' }).click();
    const copied = async (): Promise<number> => {
      const copy = (await left(app)).find((name) => name.endsWith('.copy'));
      return copy === undefined ? 0 : (await stat(path.join(workFolder(app), copy))).size;
    };
    await expect.poll(copied, { intervals: [10] }).toBeGreaterThan(0);
    await app.kill();
    expect(await audioOf(app, 'Coast')).toEqual([]);

    const page = await app.start();
    await page.getByRole('link', { name: 'Downloads' }).click();
    await expect(page.getByText('Nothing downloaded yet')).toBeVisible();
    expect(await left(app)).toEqual([]);
    expect((await stat(file)).size).toBe(hugeBytes);
    expect(server.requests).not.toContain('/gone.mp3');
  } finally {
    await rm(folder, { recursive: true });
    await server.stop();
  }
});

test('killed before the files of a forgotten show are deleted, it deletes them at the next start', async ({
  app,
}) => {
  const { page } = app;
  const server = await startPodcastServer();
  const audio = await readFile(path.resolve('sample', 'aelita.mp3'));
  server.raw('/ebb.mp3', (_request, response) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': audio.length }).end(audio);
  });
  const episodes = [{ title: 'Ebb', guid: '1', audio: `${server.origin}/ebb.mp3` }];
  server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Ebb');
  await downloadOpenEpisode(page);
  expect(await audioOf(app, 'Coast')).toHaveLength(1);

  // The main process is asked to delete, and does not come to it.
  await app.electron!.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('download:remove');
    ipcMain.handle('download:remove', () => {
      Object.assign(globalThis, { askedToRemove: true });
      return new Promise(() => undefined);
    });
  });
  await page.getByRole('link', { name: /^All episodes of/ }).click();
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unsubscribe' }).click();
  await expect.poll(() => app.electron!.evaluate(() => 'askedToRemove' in globalThis)).toBe(true);
  await app.kill();
  expect(await audioOf(app, 'Coast')).toHaveLength(1);

  await app.start();
  await expect.poll(() => audioOf(app, 'Coast')).toEqual([]);
  await expect(app.page.getByRole('main').getByText('Coast')).toHaveCount(0);
  await server.stop();
});
