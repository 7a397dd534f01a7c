import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures/app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode } from '../fixtures/screens.ts';

const test = base.extend<{ server: PodcastServer }>({
  server: async ({}, use) => {
    const server = await startPodcastServer();
    await use(server);
    await server.stop();
  },
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add show' });

async function expectRefusal(page: Page, address: string, words: RegExp): Promise<void> {
  await addShow(page, address);
  await expect(dialog(page).getByRole('alert')).toContainText(words);
  await expect(dialog(page).getByRole('textbox', { name: 'Address or name' })).toHaveValue(address);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
}

test('an address that leads to no feed is refused with a reason, and what was typed stays @packaged', async ({
  page,
  server,
}) => {
  server.text('/gone.xml', '', { status: 410 });
  server.text('/broken.xml', '', { status: 500 });
  server.text('/empty.xml', '');
  server.raw('/cut.xml', (request) => void request.socket.destroy());
  await expectRefusal(page, 'not an address', /address/i);
  await expectRefusal(page, 'ftp://example.org/feed.xml', /http/i);
  await expectRefusal(page, `${server.origin}/nowhere.xml`, /nothing at this address/i);
  await expectRefusal(page, `${server.origin}/gone.xml`, /taken this down/i);
  await expectRefusal(page, `${server.origin}/broken.xml`, /server/i);
  await expectRefusal(page, `${server.origin}/empty.xml`, /empty|no podcast/i);
  await expectRefusal(page, `${server.origin}/cut.xml`, /connection|reach/i);
});

test('a server that never answers can be left', async ({ page, server }) => {
  server.raw('/never.xml', () => undefined);
  await addShow(page, `${server.origin}/never.xml`);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(
    dialog(page)
      .getByRole('button', { name: 'Subscribe' })
      .or(page.getByRole('button', { name: 'Add show' }).first())
      .first(),
  ).toBeEnabled();
});

test('a web page offers the feeds it announces', async ({ page, server }) => {
  server.text(
    '/',
    '<html><head><link rel="alternate" type="application/rss+xml" title="The real feed" href="/feed.xml"></head></html>',
    {
      type: 'text/html',
    },
  );
  server.text('/feed.xml', makeFeed({ title: 'Announced show', episodes: [{ title: 'One', guid: '1' }] }));
  await addShow(page, `${server.origin}/`);
  await dialog(page)
    .getByRole('button', { name: /The real feed/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Announced show' })).toBeVisible();
});

test('a show already present is opened, not added twice', async ({ page, server }) => {
  server.text('/feed.xml', makeFeed({ title: 'Only once', episodes: [{ title: 'One', guid: '1' }] }));
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Only once' })).toBeVisible();
  await page.getByRole('link', { name: 'New', exact: false }).first().click();
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Only once' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Shows' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: /Only once/ })).toHaveCount(1);
});

test('of broken XML what can be read is kept, and the loss is told', async ({ page, server }) => {
  const feed = makeFeed({
    title: 'Cut short',
    episodes: [
      { title: 'Whole', guid: '1' },
      { title: 'Half', guid: '2' },
    ],
  });
  server.text('/feed.xml', feed.slice(0, feed.indexOf('Half') + 2));
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Cut short' })).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Episodes' }).getByRole('link', { name: 'Whole' }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /damaged|broken/i })
      .first(),
  ).toBeVisible();
});

test('an episode without audio can be read, and duplicates stay one episode each', async ({
  page,
  server,
}) => {
  server.text(
    '/feed.xml',
    makeFeed({
      title: 'Odd ones',
      episodes: [
        { title: 'Words only', guid: 'w', description: 'There is nothing to hear.' },
        { title: 'Twin A', guid: 'same', audio: `${server.origin}/a.mp3` },
        { title: 'Twin B', guid: 'same', audio: `${server.origin}/b.mp3` },
        { title: 'Nameless guid', audio: `${server.origin}/c.mp3` },
      ],
    }),
  );
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')).toHaveCount(4);
  await openEpisode(page, 'Words only');
  await expect(page.getByText('There is nothing to hear.').first()).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: 'Download', exact: true })
      .and(page.locator(':enabled')),
  ).toHaveCount(0);
});

test('a web page in place of audio is not kept as audio', async ({ page, server }) => {
  server.text('/page.mp3', '<!doctype html><title>Sign in</title>', { type: 'audio/mpeg' });
  server.text(
    '/feed.xml',
    makeFeed({
      title: 'Captive',
      episodes: [{ title: 'No sound', guid: '1', audio: `${server.origin}/page.mp3` }],
    }),
  );
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'No sound');
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).first().click();
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText(/web page|not audio/i);
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: /Download|Try again/ })
      .first(),
  ).toBeVisible();
});

test('a transcript of another type than announced is read for what it is', async ({ page, server }) => {
  server.text('/words', '1\n00:00:00,000 --> 00:00:02,000\nSurprise, this is SubRip.\n', {
    type: 'text/vtt',
  });
  server.text(
    '/feed.xml',
    makeFeed({
      title: 'Liar',
      episodes: [
        {
          title: 'Not WebVTT',
          guid: '1',
          audio: `${server.origin}/sample/aelita.mp3`,
          transcript: { url: `${server.origin}/words`, type: 'text/vtt' },
        },
      ],
    }),
  );
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Not WebVTT');
  await expect(page.getByRole('article', { name: 'Transcript' })).toContainText('Surprise, this is SubRip.');
});

test('notes can run nothing and fetch nothing', async ({ page, server }) => {
  const hostile = `<script>document.title='run'</script><img src="${server.origin}/spy.png" onerror="document.title='run'"><a href="javascript:document.title='run'">tap</a><iframe src="${server.origin}/frame"></iframe><b>Harmless words</b>`;
  server.text(
    '/feed.xml',
    makeFeed({ title: 'Hostile', episodes: [{ title: 'Payload', guid: '1', description: hostile }] }),
  );
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'Payload');
  await expect(page.getByText('Harmless words').first()).toBeVisible();
  await expect(
    page.locator('main iframe, main script, main [onerror], main a[href^="javascript"]'),
  ).toHaveCount(0);
  expect(await page.title()).not.toBe('run');
  expect(server.requests).not.toContain('/frame');
});
