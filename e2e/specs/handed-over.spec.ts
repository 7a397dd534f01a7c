import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { launchCommand } from '../fixtures/launch-command.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';

/** What the system does when the user opens a link or a file: the app is started again, in the folder where the user was. */
async function startAgain(app: EarmarkApp, argument: string, folder = app.dataFolder): Promise<void> {
  const { executable, args } = launchCommand(app.form);
  const second = spawn(executable, [...args, `--user-data-dir=${app.dataFolder}`, argument], { cwd: folder });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
}

function writeList(
  file: string,
  titles: readonly string[],
  address: (title: string) => string,
): Promise<void> {
  const outlines = titles.map((title) => `<outline type="rss" text="${title}" xmlUrl="${address(title)}"/>`);
  return writeFile(file, `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
}

test('a list opened with the app is shown, and added only when the user says so', async ({ app }) => {
  const server = await startPodcastServer();
  server.text('/One.xml', makeFeed({ title: 'One', episodes: [{ title: 'First', guid: 'one' }] }));
  const list = path.join(app.dataFolder, 'my list.opml');
  await writeList(list, ['One', 'Two'], (title) => `${server.origin}/${title}.xml`);

  const page = await app.restart([list]);
  const dialog = page.getByRole('dialog', { name: 'Import OPML' });
  await expect(dialog).toContainText('The list names 2 shows');
  await expect(dialog.getByRole('listitem')).toHaveText(['One', 'Two']);
  expect(server.requests).toEqual([]);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'One' })).toContainText('Added');
  await server.stop();
});

test('a second start hands over addresses and lists, and what is newer takes the place', async ({
  app,
  page,
}) => {
  const dialog = page.getByRole('dialog');
  const address = dialog.getByRole('textbox', { name: 'Address or name' });
  await startAgain(app, 'podcast://host.example/first.xml');
  await expect(address).toHaveValue('podcast://host.example/first.xml');
  await startAgain(app, 'feed:https://host.example/second.xml');
  await expect(address).toHaveValue('feed:https://host.example/second.xml');

  const folder = path.join(app.dataFolder, 'elsewhere');
  await mkdir(folder);
  await writeList(path.join(folder, 'list.opml'), ['Three'], () => 'https://host.example/three.xml');
  await startAgain(app, 'list.opml', folder);
  await expect(dialog).toContainText('The list names 1 show');
  await expect(dialog.getByRole('listitem')).toHaveText(['Three']);

  await startAgain(app, 'feed:https://host.example/last.xml');
  await expect(address).toHaveValue('feed:https://host.example/last.xml');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await startAgain(app, 'missing.opml');
  await expect(page.getByRole('alert').first()).toBeVisible();
});
