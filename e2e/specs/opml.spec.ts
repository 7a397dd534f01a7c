import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerDialogs } from '../fixtures/answer-dialogs.ts';
import { expect, test } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';

test('a list of shows comes in, with word of each, and goes out again', async ({ app, page }) => {
  const server = await startPodcastServer();
  for (const name of ['one', 'two']) {
    server.text(
      `/${name}.xml`,
      makeFeed({ title: `Show ${name}`, episodes: [{ title: 'First', guid: name }] }),
    );
  }
  const list = path.join(app.dataFolder, 'list.opml');
  await writeFile(
    list,
    `<opml version="2.0"><body><outline text="Folder">
      <outline type="rss" text="Show one" xmlUrl="${server.origin}/one.xml"/>
      <outline type="rss" text="Show two" XMLURL="${server.origin}/two.xml"/>
      <outline type="rss" text="Lost" xmlUrl="${server.origin}/lost.xml"/>
    </outline></body></opml>`,
  );
  await answerDialogs(app, list);
  await page.getByRole('button', { name: 'Add show' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import OPML' }).click();
  const results = page.getByRole('dialog').getByRole('list', { name: 'Shows of the list' });
  await expect(results.getByRole('listitem').filter({ hasText: 'Show one' })).toContainText('Added');
  await expect(results.getByRole('listitem').filter({ hasText: 'Show two' })).toContainText('Added');
  await expect(results.getByRole('listitem').filter({ hasText: 'Lost' })).toContainText(
    /nothing at this address/i,
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  const saved = path.join(app.dataFolder, 'saved.opml');
  await answerDialogs(app, saved);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Export OPML' }).click();
  await expect.poll(() => readFile(saved, 'utf8').catch(() => '')).toContain(`${server.origin}/two.xml`);
  expect(await readFile(saved, 'utf8')).toContain('Show one');
  await server.stop();
});

test('a file that is no list is refused with a reason', async ({ app, page }) => {
  const file = path.join(app.dataFolder, 'not-a-list.opml');
  await writeFile(file, 'just words');
  await answerDialogs(app, file);
  await page.getByRole('button', { name: 'Add show' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import OPML' }).click();
  await expect(page.getByRole('alert').first()).toContainText(/list|OPML/i);
});
