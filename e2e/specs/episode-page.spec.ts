import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { articlePage, articleParagraphs, laterParagraphs } from '../fixtures/article-pages.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, openEpisode } from '../fixtures/screens.ts';

const title = 'Мост через Вуоксу';
const get = "Get the text from the episode's page";
const reader = (page: Page) => page.getByRole('article', { name: 'Transcript' });
const getButton = (page: Page) => page.getByRole('button', { name: get });
const cancelButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Cancel' });

let server: PodcastServer;

test.beforeEach(async () => {
  server = await startPodcastServer();
});

test.afterEach(() => server.stop());

/** A show of one episode whose page is at `/bridge`. */
async function openBridge(page: Page, more = ''): Promise<void> {
  const extra = `<link>${server.origin}/bridge</link>${more}`;
  const episodes = [{ title, guid: '1', audio: `${server.origin}/sample/aelita.mp3`, extra }];
  server.text('/feed.xml', makeFeed({ title: 'Радио Север', language: 'ru', episodes }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
}

function html(route: string, body: string, status = 200): void {
  server.text(route, body, { type: 'text/html', status });
}

test('the article of the page is read, kept, and stays without a network', async ({ app }) => {
  const picture = await readFile(path.resolve('sample', 'cover.png'));
  server.bytes('/bridge.png', picture, 'image/png');
  const pager = '<div class="pager"><b>1</b> <a href="?page=2">2</a></div>';
  server.raw('/bridge', (request, response) => {
    const second = request.url?.endsWith('page=2') === true;
    const paragraphs = second ? laterParagraphs : articleParagraphs;
    const body = second
      ? articlePage({ title, paragraphs, pager, heading: 'Что говорят' })
      : articlePage({ title, paragraphs, pager, picture: '/bridge.png' });
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await openBridge(app.page);
  // The site hears of the listener when asked to, not before.
  await expect(getButton(app.page)).toBeVisible();
  expect(server.requests).not.toContain('/bridge');
  await getButton(app.page).click();
  await expect(reader(app.page).getByText('Приозёрске')).toBeVisible();
  const read = async (): Promise<string[]> =>
    (await reader(app.page).locator('p').allTextContents()).map((text) => text.trim());
  await expect.poll(read).toEqual([...articleParagraphs, ...laterParagraphs]);
  await expect(reader(app.page).getByRole('heading', { name: 'Что говорят' })).toBeVisible();
  await expect(app.page.getByText("Article from the episode's page")).toBeVisible();
  await app.page.getByRole('tab', { name: 'Article' }).click();
  const shown = app.page.getByRole('region', { name: 'Article' }).getByRole('img', { name: 'Мост' });
  await expect(shown).toHaveAttribute('src', /^art:/);
  expect(server.requests).not.toContain('/counter.gif');
  expect(server.requests).not.toContain('/counter.js');

  await server.stop();
  // Opens where it was left.
  await app.restart();
  await expect.poll(read).toEqual([...articleParagraphs, ...laterParagraphs]);
});

test('what is fetched again does not take the place of the text that is read', async ({ page }) => {
  let mayAnswer = Promise.resolve();
  server.raw('/bridge', async (_request, response) => {
    await mayAnswer;
    const page = articlePage({ title, paragraphs: articleParagraphs });
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  for (const [name, words] of [
    ['full', 'Полный текст.'],
    ['captions', 'Субтитры.'],
  ])
    server.text(`/${name}.vtt`, `WEBVTT\n\n00:01.000 --> 00:09.000\n${words}`, { type: 'text/vtt' });
  const variants = ['captions" rel="captions', 'full'].map((name) => {
    const [file, rel = ''] = name.split('" ');
    return `<podcast:transcript url="${server.origin}/${file}.vtt" type="text/vtt" language="ru" ${rel && `${rel}"`}/>`;
  });
  await openBridge(page, variants.join(''));
  const menu = page.getByRole('button', { name: /^Version of the text/ });
  const choose = async (name: string): Promise<void> => {
    await menu.click();
    await page.getByRole('menu').getByText(name, { exact: true }).click();
  };
  await choose(get);
  await expect(reader(page)).toContainText('Приозёрске');
  await choose('Russian · VTT · captions');
  await expect(reader(page)).toContainText('Субтитры.');
  const asked = (): number[] =>
    ['/bridge', '/full.vtt', '/captions.vtt'].map(
      (route) => server.requests.filter((request) => request === route).length,
    );
  let answer = (): void => undefined;
  mayAnswer = new Promise((resolve) => (answer = resolve));
  await choose('Fetch again');
  await expect.poll(asked).toEqual([2, 2, 2]);
  await expect(cancelButton(page)).toBeVisible();
  answer();
  await expect(cancelButton(page)).toBeHidden();
  await expect(reader(page)).toContainText('Субтитры.');
  await choose('Article');
  await expect(reader(page)).toContainText('Приозёрске');
});

test.describe('what is no article is said plainly', () => {
  const cases: { name: string; says: RegExp; serve: () => void }[] = [
    {
      name: 'a consent wall',
      says: /consent first/,
      serve: () => {
        const notice =
          'We and our partners store cookies and use personal data. With your consent we measure. ';
        html(
          '/bridge',
          `<title>Before you continue</title><main><p>${notice.repeat(5)}</p><button>Accept all</button>`,
        );
      },
    },
    {
      name: 'a sign-in',
      says: /sign in first/,
      serve: () =>
        html('/bridge', '<title>Вход</title><form><p>Войдите.</p><input><input type="password"></form>'),
    },
    {
      name: 'nothing there',
      says: /nothing at this address/,
      serve: () => html('/bridge', 'Нет такой страницы', 404),
    },
    {
      name: 'a PDF',
      says: /no web page/,
      serve: () => server.bytes('/bridge', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'application/pdf'),
    },
    {
      name: 'a page without an article',
      says: /no article/,
      serve: () => html('/bridge', '<!doctype html><body><div id="app"></div><script>draw()</script>'),
    },
    {
      name: 'an endless page',
      says: /larger than Earmark accepts/,
      serve: () => {
        const line = `<p>${'Слово за словом. '.repeat(2000)}</p>`;
        server.raw('/bridge', (_, response) => {
          response.writeHead(200, { 'content-type': 'text/html' });
          const more = (): void => {
            while (!response.destroyed && response.write(line));
          };
          response.on('drain', more);
          more();
        });
      },
    },
  ];
  for (const { name, says, serve } of cases) {
    test(name, async ({ page }) => {
      serve();
      await openBridge(page);
      await getButton(page).click();
      await expect(page.getByRole('alert')).toContainText(says);
      await expect(page.getByRole('alert').getByRole('button', { name: 'Open web page' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Add a text…' })).toBeVisible();
    });
  }
});

test('getting a page can be given up, and begun again', async ({ page }) => {
  let asked = 0;
  server.raw('/bridge', (_, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    if (asked > 1)
      response.end(articlePage({ title, paragraphs: [...articleParagraphs, ...laterParagraphs] }));
    else response.write('<!doctype html>');
  });
  await openBridge(page);
  await getButton(page).click();
  await cancelButton(page).click();
  await getButton(page).click();
  await expect(reader(page).getByText('Приозёрске')).toBeVisible();
});
