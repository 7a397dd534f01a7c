import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addSampleShow, addShow, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility: Mr. Dashwood considers';

const transcript = (page: Page): Locator => page.getByRole('article', { name: 'Transcript' });
const word = (page: Page, text: string): Locator => transcript(page).getByText(text, { exact: true }).first();
const beside = (page: Page): Locator =>
  page.getByRole('complementary').getByRole('region', { name: 'Highlights' });
const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
const marks = (page: Page): Locator => page.getByRole('list', { name: 'Highlights' }).getByRole('listitem');

/** Drags over the words from one to the other, as a hand does. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await word(page, from).scrollIntoViewIfNeeded();
  // In another typeface the words stand elsewhere.
  await page.evaluate(() => document.fonts.ready);
  const [start, end] = [(await word(page, from).boundingBox())!, (await word(page, to).boundingBox())!];
  await page.mouse.move(start.x + 1, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
  await page.mouse.move(end.x + end.width - 1, end.y + end.height / 2);
  await page.mouse.up();
}

/** Texts painted in the window by the CSS highlight of that name. */
async function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (wanted) => [...(CSS.highlights.get(wanted) ?? [])].map((range) => (range as Range).toString()),
    name,
  );
}

async function openSample(page: Page): Promise<void> {
  await addSampleShow(page);
  await openEpisode(page, title);
  await expect(word(page, 'leisure')).toBeVisible();
}

async function answerSaveDialog(app: EarmarkApp, file: string | null): Promise<void> {
  await app.electron?.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, file);
}

test('selected words are highlighted, given a note and tags, and are there after a restart', async ({
  app,
}) => {
  let { page } = app;
  await openSample(page);
  await select(page, 'leisure', 'consider');
  const tools = page.getByRole('toolbar', { name: 'Selected text' });
  await tools.getByRole('button', { name: 'Green' }).click();
  await expect(beside(page).getByRole('listitem')).toHaveCount(1);
  await expect
    .poll(() => painted(page, 'mark-green'))
    .toEqual([expect.stringMatching(/^leisure.*consider$/)]);
  await expect(tools).toBeHidden();

  await word(page, 'leisure').click();
  const card = page.getByRole('dialog', { name: 'Marked words' });
  await card.getByRole('textbox', { name: 'Note' }).fill('He takes his time');
  await card.getByRole('combobox', { name: 'Tags' }).fill('#time, money');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(beside(page)).toContainText('He takes his time');

  page = await app.restart();
  await expect(beside(page)).toContainText('He takes his time');
  await expect.poll(() => painted(page, 'mark-green')).toHaveLength(1);
  await library(page).getByRole('link', { name: 'Highlights' }).click();
  await expect(marks(page)).toHaveCount(1);
  await expect(marks(page).getByText('money', { exact: true })).toBeVisible();
});

test('the keyboard alone selects, highlights, opens, recolours, deletes and brings back', async ({
  page,
}) => {
  await openSample(page);
  await transcript(page).locator('[data-paragraph]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('h');
  await expect(beside(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('h');
  const card = page.getByRole('dialog', { name: 'Marked words' });
  await expect(card).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect.poll(() => painted(page, 'mark-green')).toHaveLength(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('n');
  // Nobody waits for the card before writing.
  await page.keyboard.type('Three words');
  await expect(card.getByRole('textbox', { name: 'Note' })).toHaveValue('Three words');
  await page.keyboard.press('Escape');
  await expect(beside(page).getByRole('listitem').filter({ hasText: 'Three words' })).toBeVisible();
  await expect.poll(() => painted(page, 'mark-green')).toHaveLength(2);

  await library(page).getByRole('link', { name: 'Highlights' }).click();
  await marks(page).first().focus();
  await page.keyboard.press('Delete');
  await expect(marks(page)).toHaveCount(1);
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await expect(marks(page)).toHaveCount(2);
});

test('without a selection the button marks what is being said', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Highlight', exact: true }).click();
  await expect(page.getByText('Select some words first')).toBeVisible();
  await word(page, 'prudently').click();
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Highlight', exact: true }).click();
  await expect.poll(() => painted(page, 'mark-yellow')).toEqual([expect.stringContaining('prudently')]);
});

test('all highlights are found, opened at their moment, played, and saved in three formats', async ({
  app,
  page,
}) => {
  await openSample(page);
  for (const [from, to, colour] of [
    ['leisure', 'consider', 'Yellow'],
    ['selfish', 'selfish', 'Blue'],
  ] as const) {
    await select(page, from, to);
    await page.getByRole('toolbar').getByRole('button', { name: colour }).click();
    await expect(page.getByRole('toolbar')).toBeHidden();
  }
  await library(page).getByRole('link', { name: 'Highlights' }).click();
  await expect(marks(page)).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Colour' }).selectOption({ label: 'Blue' });
  await expect(marks(page)).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Colour' }).selectOption({ label: 'All' });
  await page.getByRole('searchbox', { name: 'Find in highlights' }).fill('LEISURE');
  await expect(marks(page)).toHaveCount(1);
  await expect(marks(page).first()).toContainText('leisure');
  await page.getByRole('searchbox', { name: 'Find in highlights' }).fill('');

  const read = async (format: string, ending: string): Promise<string> => {
    const file = path.join(app.dataFolder, `saved.${ending}`);
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).not.toBe('');
    return readFile(file, 'utf8');
  };
  expect(await read('Markdown', 'md')).toMatch(
    /## Sense and Sensibility: Mr\. Dashwood considers[^]*> leisure/,
  );
  expect((await read('Table', 'csv')).split('\r\n')).toHaveLength(4);
  const json = JSON.parse(await read('JSON', 'json')) as { highlights: { startMs: number }[] };
  expect(json.highlights.map(({ startMs }) => Math.round(startMs / 1000)).sort((a, b) => a - b)).toEqual([
    2, 13,
  ]);
  await answerSaveDialog(app, null);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await answerSaveDialog(app, path.join(app.dataFolder, 'no such folder', 'x.json'));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await marks(page).filter({ hasText: 'selfish' }).getByRole('button', { name: 'selfish' }).click();
  await expect(page.getByRole('dialog', { name: 'Marked words' })).toBeVisible();
  await page
    .getByRole('dialog', { name: 'Marked words' })
    .getByRole('button', { name: /^Play from 0:1/ })
    .click();
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(12);
});

test('what is copied says where and when it was said', async ({ app, page }) => {
  await openSample(page);
  await select(page, 'selfish', 'selfish');
  await page.getByRole('button', { name: 'Copy with time and link' }).click();
  await expect(page.getByText('Copied with its source')).toBeVisible();
  const copied = await app.electron?.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^selfish\n— 0:12 · Sense and Sensibility/);
});

test('a highlight outlives a new text, the show itself, and finds its episode when the show is back', async ({
  page,
}) => {
  const server = await startPodcastServer();
  try {
    const text = (middle: string): string =>
      `WEBVTT\n\n00:01.000 --> 00:04.000\nКаждое утро ${middle}\n\n00:05.000 --> 00:09.000\nПервая партия ещё остывает на подоконнике.\n`;
    const publish = (words: string, version: number): void => {
      const url = `${server.origin}/text-${version}.vtt`;
      server.text(`/text-${version}.vtt`, words);
      const episode = {
        title: 'Порт',
        guid: '1',
        audio: `${server.origin}/a.mp3`,
        transcript: { url, type: 'text/vtt' },
      };
      server.text('/feed.xml', makeFeed({ title: 'Маяк', language: 'ru', episodes: [episode] }));
    };
    publish(text('дует ветер.'), 1);
    await addShow(page, `${server.origin}/feed.xml`);
    await openEpisode(page, 'Порт');
    await select(page, 'партия', 'остывает');
    await page.getByRole('toolbar').getByRole('button', { name: 'Pink' }).click();
    await expect.poll(() => painted(page, 'mark-pink')).toEqual(['партия ещё остывает']);

    publish(
      text('ветер дует с моря, и паром ждёт. Его ждут все.').replace('ещё остывает', 'еще остывает —'),
      2,
    );
    await page.getByRole('link', { name: /^All episodes of/ }).click();
    await page.keyboard.press('Control+R');
    await expect(page.getByText('All shows refreshed')).toBeVisible();
    await openEpisode(page, 'Порт');
    await expect(word(page, 'паром')).toBeVisible();
    await expect.poll(() => painted(page, 'mark-pink')).toEqual(['партия еще остывает']);

    await page.getByRole('link', { name: /^All episodes of/ }).click();
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Unsubscribe' }).click();
    await library(page).getByRole('link', { name: 'Highlights' }).click();
    await expect(marks(page)).toContainText('партия ещё остывает');
    await expect(marks(page)).toContainText('no longer in your library');

    await addShow(page, `${server.origin}/feed.xml`);
    await expect(page.getByRole('heading', { level: 1, name: 'Маяк' })).toBeVisible();
    await library(page).getByRole('link', { name: 'Highlights' }).click();
    await marks(page).getByRole('button', { name: 'партия ещё остывает' }).click();
    await expect.poll(() => painted(page, 'mark-pink')).toEqual(['партия еще остывает']);
  } finally {
    await server.stop();
  }
});

test('H pressed twice within a moment keeps one highlight', async ({ page }) => {
  await openSample(page);
  await transcript(page).locator('[data-paragraph]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('h');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Marked words' })).toBeVisible();
  await expect(beside(page).getByRole('listitem')).toHaveCount(1);
});

test('a highlight opens in the text it was made in, and is played by the times another text has', async ({
  page,
}) => {
  const server = await startPodcastServer();
  const textOf = (name: string, type: string): string =>
    `<podcast:transcript url="${server.origin}/${name}" type="${type}" language="en"/>`;
  const said = 'The ferry waits for nobody but the baker.';
  server.text('/plain.txt', `A plain text of it.\n\n${said}\n\nAnd so it ends.`);
  server.text(
    '/timed.vtt',
    `WEBVTT\n\n00:01.000 --> 00:04.000\nGood morning.\n\n00:07.000 --> 00:11.000\n${said}\n`,
    {
      type: 'text/vtt',
    },
  );
  const extra = textOf('timed.vtt', 'text/vtt') + textOf('plain.txt', 'text/plain');
  const episode = { title: 'The port', guid: 'port', audio: `${server.origin}/a.mp3`, extra };
  server.text('/feed.xml', makeFeed({ title: 'Lighthouse', episodes: [episode] }));
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'The port');
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: /^Version of the text/ }).click();
    await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
  };
  await choose('English · TEXT');
  await expect(word(page, 'plain')).toBeVisible();
  await select(page, 'ferry', 'nobody');
  await page.getByRole('toolbar').getByRole('button', { name: 'Pink' }).click();
  await expect(beside(page).getByRole('listitem')).toHaveCount(1);
  await expect(beside(page).getByRole('time')).toHaveCount(0);

  await choose('English · VTT');
  await expect(word(page, 'morning')).toBeVisible();
  await expect(beside(page).getByRole('time')).toHaveText('0:07');
  await page.getByRole('link', { name: /^All episodes of/ }).click();
  await openEpisode(page, 'The port');
  await expect(word(page, 'morning')).toBeVisible();
  await beside(page).getByRole('button').click();
  await expect(page.getByRole('dialog', { name: 'Marked words' })).toBeVisible();
  await expect(word(page, 'plain')).toBeVisible();

  await page.keyboard.press('Escape');
  await library(page).getByRole('link', { name: 'Highlights' }).click();
  await expect(marks(page).getByRole('button', { name: 'Play from 0:07' })).toBeVisible();
  await marks(page).getByRole('button', { name: /ferry/ }).first().click();
  await expect(page.getByRole('dialog', { name: 'Marked words' })).toBeVisible();
  await expect(word(page, 'plain')).toBeVisible();
  await server.stop();
});

test.describe('in Russian', () => {
  test.use({ language: 'ru' });

  test('words are marked and counted in Russian', async ({ page }) => {
    await page.getByRole('button', { name: 'Добавить передачу' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Пример передачи' }).click();
    await page
      .getByRole('link', { name: /Аэлита/ })
      .first()
      .click();
    const text = page.getByRole('article', { name: 'Текст выпуска' });
    await text.locator('[data-paragraph]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('h');
    await expect(page.getByRole('region', { name: 'Пометки' }).getByRole('listitem')).toHaveCount(1);
    const link = page.getByRole('navigation').getByRole('link', { name: 'Пометки' });
    await expect(link).toHaveAccessibleDescription('1 пометка');
    await link.click();
    await expect(page.getByRole('status').filter({ hasText: '1 пометка' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Сохранить в файл' })).toBeVisible();
  });
});
