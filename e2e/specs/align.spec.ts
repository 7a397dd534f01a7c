import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/app.ts';
import { articlePage } from '../fixtures/article-pages.ts';
import { decodeSound, hearWord } from '../fixtures/hear-word.ts';
import { hearing } from '../fixtures/hearing.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { soundServerInstalled } from '../fixtures/null-sink.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, player, position } from '../fixtures/screens.ts';

interface Speech {
  readonly title: string;
  readonly sample: string;
  readonly language: string;
  readonly words: Readonly<Record<string, number>>;
}

/** Finding the times takes a while on a busy machine. */
test.describe.configure({ timeout: 180_000 });

/** Real speech of the sample show, published here with its words alone. Times are those of its own transcript, in seconds. */
const english: Speech = {
  title: 'Mr. Dashwood considers',
  sample: 'sense-and-sensibility',
  language: 'en',
  words: { leisure: 2.22, prudently: 4.94, selfish: 12.87, respectable: 19.66 },
};
const russian: Speech = {
  title: 'Объявление на стене',
  sample: 'aelita',
  language: 'ru',
  words: { увидел: 6.742, ситцевом: 11.422, корзинку: 21.042, выглядывала: 40.607 },
};
/** How long the English recording is. */
const advertisingSeconds = 24.8;
/** Of no recording here. */
const unrelated = `The ferry leaves the harbour twice a day when the weather permits. Fishermen mend their nets along the quay and talk
about football. Last winter the lighthouse was painted red and white by volunteers from the village school.`;

interface Published {
  readonly title: string;
  readonly language: string;
  readonly audio: Buffer;
  readonly text: string;
  /** The text is WebVTT. */
  readonly isTimed?: boolean;
  /** More of the episode's item in the feed. */
  readonly extra?: string;
}

const withServer = test.extend<{ server: PodcastServer }>({
  server: async ({}, use) => {
    const server = await startPodcastServer();
    await use(server);
    await server.stop();
  },
});

const audioOf = (sample: string) => readFile(path.join('sample', `${sample}.mp3`));

/** The words of a sample's transcript, a cue a paragraph, without any time. */
async function wordsOf(sample: string): Promise<string> {
  const text = await readFile(path.join('sample', `${sample}.vtt`), 'utf8');
  const cues = text.split('\n\n').slice(1);
  return cues
    .map((cue) =>
      cue
        .split('\n')
        .slice(1)
        .join(' ')
        .replaceAll(/<[^>]*>/g, ''),
    )
    .join('\n\n');
}

function publish(server: PodcastServer, published: Published): void {
  const { title, language, audio, text, isTimed = false, extra = '' } = published;
  server.bytes('/1.mp3', audio, 'audio/mpeg');
  const type = isTimed ? 'text/vtt' : 'text/plain';
  server.text('/1.txt', text, { type: `${type}; charset=utf-8` });
  const transcript = { url: `${server.origin}/1.txt`, type };
  const episodes = [{ title, guid: '1', audio: `${server.origin}/1.mp3`, transcript, extra }];
  server.text('/feed.xml', makeFeed({ title: 'Words alone', language, episodes }));
}

async function publishSample(server: PodcastServer, what: Speech): Promise<void> {
  const { title, language, sample } = what;
  publish(server, { title, language, audio: await audioOf(sample), text: await wordsOf(sample) });
}

/** Adds the show, downloads its episode and stays on its page. */
async function openDownloaded(page: Page, server: PodcastServer, title: string): Promise<void> {
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
  await expect(page.getByText('once downloaded, its words can be matched to the sound')).toBeVisible();
  await downloadOpenEpisode(page);
}

const transcript = (page: Page) => page.getByRole('article', { name: 'Transcript' });
const marked = (page: Page) => transcript(page).locator('[aria-current="true"]');
const match = (page: Page) => page.getByRole('button', { name: 'Match the words to the sound' });
const matching = (page: Page) => page.getByRole('progressbar', { name: 'Matching the words to the sound' });
const pause = (page: Page) => player(page).getByRole('button', { name: 'Pause' }).click();
const patience = { timeout: 120_000 };

async function expectWordsInPlace(page: Page, words: Speech['words'], laterSeconds = 0): Promise<void> {
  for (const [word, ownSeconds] of Object.entries(words)) {
    const seconds = ownSeconds + laterSeconds;
    await transcript(page).getByText(word, { exact: true }).click();
    await expect(marked(page)).toHaveText(new RegExp(`^${word}`));
    expect(Math.abs((await position(page)) - seconds)).toBeLessThan(1.5);
    await pause(page);
  }
}

withServer(
  'words without times are found in the sound, offline, and stay found after a restart @packaged',
  async ({ app, page, server }) => {
    await publishSample(server, english);
    await openDownloaded(page, server, english.title);
    await server.stop();
    await transcript(page).getByText('leisure', { exact: true }).click();
    await expect(player(page).getByRole('button', { name: 'Pause' })).toBeHidden();
    await match(page).click();
    await expect(page.getByText(/Publisher's transcript · times found in the audio/)).toBeVisible(patience);
    await expect(match(page)).toBeHidden();
    await expectWordsInPlace(page, english.words);
    const again = await app.restart();
    await again.getByRole('heading', { level: 1, name: english.title }).waitFor();
    await expect(again.getByText(/times found in the audio/)).toBeVisible();
    await expectWordsInPlace(again, english.words);
  },
);

withServer(
  'an article in a language that was guessed wrong is matched in the right one, and the match can be taken away',
  async ({ app, page, server }) => {
    const { title, sample } = english;
    const paragraphs = (await wordsOf(sample)).split('\n\n');
    server.text('/page', articlePage({ title, paragraphs }), { type: 'text/html' });
    server.bytes('/1.mp3', await audioOf(sample), 'audio/mpeg');
    const extra = `<link>${server.origin}/page</link>`;
    const episodes = [{ title, guid: '1', audio: `${server.origin}/1.mp3`, extra }];
    server.text('/feed.xml', makeFeed({ title: 'Words alone', language: 'de', episodes }));
    await addShow(page, `${server.origin}/feed.xml`);
    await openEpisode(page, title);
    await page.getByRole('button', { name: "Get the text from the episode's page" }).click();
    await expect(page.getByText("Article from the episode's page")).toBeVisible();
    await downloadOpenEpisode(page);
    await expect(match(page)).toBeVisible();
    const menu = page.getByRole('button', { name: /^Version of the text/ });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Language of the text: German…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Language of the text' });
    const select = dialog.getByRole('combobox', { name: 'Language of the text' });
    await expect(select.locator('option:checked')).toHaveText('Automatic: German');
    await select.selectOption({ label: 'English' });
    await dialog.getByRole('button', { name: 'Match the words to the sound' }).click();
    await expect(page.getByText(/Transcript from the episode's page · times found in the audio/)).toBeVisible(
      patience,
    );

    await menu.click();
    await page.getByRole('menuitem', { name: 'Remove the match with the sound' }).click();
    await expect(page.getByText("Article from the episode's page")).toBeVisible();
    await expect(match(page)).toBeVisible();
    const again = await app.restart();
    await expect(again.getByText("Article from the episode's page")).toBeVisible();
    await again.getByRole('button', { name: /^Version of the text/ }).click();
    await expect(again.getByRole('menuitem', { name: 'Language of the text: English…' })).toBeVisible();
    await expect(again.getByRole('menuitem', { name: 'Match to the sound again' })).toBeHidden();
  },
);

hearing.describe('by ear', () => {
  // Where there is no sound server the app cannot be heard; set-up installs one on Debian as root, so CI always hears.
  hearing.skip(!soundServerInstalled(), 'No PulseAudio here: the clicked word is checked by its mark alone.');

  hearing('the sound that comes after a click on a found word is that word', async ({ page, sink }) => {
    const server = await startPodcastServer();
    await publishSample(server, english);
    await openDownloaded(page, server, english.title);
    await match(page).click();
    await expect(page.getByText(/times found in the audio/)).toBeVisible(patience);
    const reference = await decodeSound(page, await audioOf(english.sample));
    for (const [word, seconds] of Object.entries(english.words)) {
      const heardAt = await hearWord({ page, sink, word, reference });
      expect(Math.abs(heardAt - seconds), word).toBeLessThan(0.2);
    }
    await server.stop();
  });
});

withServer('what was found in a text stays found when chapters part it', async ({ page, server }) => {
  const { title, language, sample } = english;
  const [audio, text] = [await audioOf(sample), (await wordsOf(sample)).replaceAll('\n\n', ' ')];
  const chapters = ['00:00:04', '00:00:10', '00:00:16'].map(
    (start, at) => `<psc:chapter start="${start}" title="Part ${at}"/>`,
  );
  const extra = `<psc:chapters xmlns:psc="http://podlove.org/simple-chapters">${chapters.join('')}</psc:chapters>`;
  publish(server, { title, language, audio, text, extra });
  await openDownloaded(page, server, title);
  await page.getByRole('button', { name: 'Find in transcript' }).click();
  await page.getByRole('searchbox', { name: 'Find in transcript' }).fill('respectable');
  const found = (): Promise<string[]> =>
    page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('reader-found-current') ?? [])];
      return ranges.map((range) => (range as Range).toString());
    });
  await expect.poll(found).toEqual(['respectable']);
  await match(page).click();
  await expect(transcript(page).getByRole('heading', { name: 'Part 1' })).toBeVisible(patience);
  await expect.poll(found).toEqual(['respectable']);
});

withServer('matching says how far it is and can be cancelled', async ({ app, page, server }) => {
  const [audio, text] = [await audioOf(russian.sample), await wordsOf(russian.sample)];
  const long = { audio: Buffer.concat([audio, audio, audio]), text: `${text}\n\n${text}\n\n${text}` };
  publish(server, { ...russian, ...long });
  await openDownloaded(page, server, russian.title);
  await match(page).click();
  await expect(matching(page)).toHaveAttribute('aria-valuenow', /^[1-9]/, patience);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectAccessible(page, `a match that runs, ${colorScheme}`);
  }
  await page.getByRole('button', { name: 'Cancel matching' }).click();
  await expect(matching(page)).toBeHidden();
  await expect(match(page)).toBeVisible();
  await match(page).click();
  await expect(matching(page)).toBeVisible();
  // The wish is on disk: it goes on by itself when the app comes back.
  await app.kill();
  const again = await app.start();
  await again.getByRole('heading', { level: 1, name: russian.title }).waitFor();
  await expect(again.getByText(/times found in the audio/)).toBeVisible(patience);
  const shows = await readdir(path.join(app.dataFolder, 'Downloads', 'Words alone'));
  expect(shows.filter((name) => name.endsWith('.alignment'))).toHaveLength(1);
  expect(shows.filter((name) => name.endsWith('.aligning'))).toEqual([]);
});

withServer('a text of something else gets no mark, and it says so', async ({ page, server }) => {
  const audio = await audioOf(english.sample);
  publish(server, { title: english.title, language: 'en', audio, text: unrelated });
  await openDownloaded(page, server, english.title);
  await match(page).click();
  await expect(page.getByText('this text does not match this audio')).toBeVisible(patience);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect.poll(() => position(page)).toBeGreaterThan(3);
  await expect(marked(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Follow audio' })).toBeHidden();
});

withServer(
  'words that are not in the sound get no mark; a click on them is approximate and says so',
  async ({ page, server }) => {
    const [first = '', ...rest] = (await wordsOf(russian.sample)).split('\n\n');
    const added =
      'Весной в нашем городке открыли новую библиотеку, и по субботам туда приходят целыми семьями.';
    publish(server, {
      ...russian,
      audio: await audioOf(russian.sample),
      text: [first, added, ...rest].join('\n\n'),
    });
    await openDownloaded(page, server, russian.title);
    await match(page).click();
    await expect(page.getByText(/times found in the audio/)).toBeVisible(patience);
    await expectWordsInPlace(page, russian.words);
    await transcript(page).getByText('библиотеку', { exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Approximate place' })).toBeVisible();
    expect(Math.abs((await position(page)) - 16)).toBeLessThan(2);
  },
);

withServer(
  'words that the publisher timed are moved behind advertising which was put into this copy',
  async ({ page, server }) => {
    const [advertising, own] = await Promise.all([audioOf(english.sample), audioOf(russian.sample)]);
    const text = await readFile(path.join('sample', `${russian.sample}.vtt`), 'utf8');
    publish(server, { ...russian, audio: Buffer.concat([advertising, own]), text, isTimed: true });
    await addShow(page, `${server.origin}/feed.xml`);
    await openEpisode(page, russian.title);
    await downloadOpenEpisode(page);
    await expect(page.getByText(/every word has its time/)).toBeVisible();
    await page.getByRole('button', { name: 'Check the times against the sound' }).click();
    await expect(page.getByText(/the publisher's times were off by 24\.\d s and were put right/)).toBeVisible(
      patience,
    );
    await expectWordsInPlace(page, russian.words, advertisingSeconds);
  },
);

test.describe('по-русски', () => {
  withServer.use({ language: 'ru' });

  withServer('с одной клавиатуры: слова находятся в звуке', async ({ page, server }) => {
    await publishSample(server, russian);
    await page.getByRole('button', { name: 'Добавить передачу' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Добавить передачу' });
    await dialog.getByRole('textbox').first().fill(`${server.origin}/feed.xml`);
    await dialog.getByRole('button', { name: 'Подписаться' }).click();
    await page.getByRole('list').getByRole('link', { name: russian.title }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('button', { name: 'Загрузить', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    const action = page.getByRole('button', { name: 'Сопоставить слова со звуком' });
    await action.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Расшифровка издателя · время найдено по звуку')).toBeVisible(patience);
    const first = page.getByRole('article').locator('p').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').locator('[aria-current="true"]')).toHaveText(
      /Корреспондент|американской/,
    );
  });
});
