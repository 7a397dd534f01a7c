import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { dropFiles } from '../fixtures/drop-files.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer, type PodcastServer } from '../fixtures/podcast-server.ts';
import { addShow, downloadOpenEpisode, openEpisode, player } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility';
const reader = (page: Page) => page.getByRole('article', { name: 'Transcript' });
const versions = (page: Page) => page.getByRole('button', { name: 'Version of the text' });

/** Sentences of the sample with the times of the sample's own transcript. */
const russian = `WEBVTT

00:00.150 --> 00:07.050
У мистера Джона Дэшвуда было теперь время поразмыслить, что он может благоразумно для них сделать.

00:07.310 --> 00:15.180
Он не был дурным человеком, если только не считать дурным холодность и себялюбие.

00:15.610 --> 00:24.300
Женись он на более приятной женщине, он стал бы ещё почтеннее.
`;

let server: PodcastServer;

test.beforeEach(async () => {
  server = await startPodcastServer();
});

test.afterEach(() => server.stop());

async function openSample(page: Page, extra = ''): Promise<void> {
  const audio = `${server.origin}/sample/sense-and-sensibility.mp3`;
  server.text(
    '/feed.xml',
    makeFeed({ title: 'Two tongues', episodes: [{ title, guid: '1', audio, extra }] }),
  );
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, title);
}

const bothTongues = (): string => {
  server.text('/ru.vtt', russian, { type: 'text/vtt' });
  const english = `${server.origin}/sample/sense-and-sensibility.vtt`;
  return `<podcast:transcript url="${english}" type="text/vtt" language="en"/>
    <podcast:transcript url="${server.origin}/ru.vtt" type="text/vtt" language="ru"/>`;
};

/** Chooses in the menu of texts by keyboard alone. */
async function chooseByKeys(page: Page, name: string | RegExp): Promise<void> {
  await versions(page).focus();
  await page.keyboard.press('Enter');
  const item = page
    .getByRole('menu')
    .getByRole('menuitemcheckbox', { name })
    .or(page.getByRole('menu').getByRole('menuitem', { name }))
    .first();
  await expect(item).toBeVisible();
  await expect(page.locator('[role="menu"]:focus-within')).toBeVisible();
  await page.keyboard.press('Home');
  const focused = page.locator('[role^="menuitem"]:focus');
  await expect(page.getByRole('menu').locator('[role^="menuitem"]').first()).toBeFocused();
  while (!(await item.evaluate((element) => element === document.activeElement))) {
    const passed = await focused.innerText();
    await page.keyboard.press('ArrowDown');
    await expect(focused).not.toHaveText(passed);
  }
  await page.keyboard.press('Enter');
}

test('texts dropped, pasted and chosen belong to the episode, and outlive a restart', async ({ app }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-texts-'));
  try {
    await openSample(app.page);
    await dropFiles(app.page, {
      'talk.md': '# Heading\n\nWords *dropped* on the page.',
      'photo.docx': '\u0000\u0001\u0002PK binary',
      'notes.txt': 'A second text, dropped with it.',
    });
    await expect(app.page.getByRole('alert')).toContainText('photo.docx');
    await expect(reader(app.page)).toContainText('A second text, dropped with it.');
    await expect(app.page.getByText('Your own text')).toBeVisible();

    await chooseByKeys(app.page, 'talk.md');
    await expect(reader(app.page)).toContainText('Words dropped on the page.');

    await chooseByKeys(app.page, 'Add a text…');
    const dialog = app.page.getByRole('dialog', { name: 'Add a text to this episode' });
    await dialog.getByRole('textbox', { name: 'Text' }).fill('Typed by hand.\n\nIn two paragraphs.');
    await app.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(reader(app.page).locator('p')).toHaveText(['Typed by hand.', 'In two paragraphs.']);

    const files = [path.join(folder, 'talk.srt'), path.join(folder, 'broken.vtt')];
    await writeFile(files[0]!, '1\n00:00:00,500 --> 00:00:03,000\nChosen in the dialog of the system.\n');
    await writeFile(files[1]!, Buffer.of(0, 1, 2, 3, 0, 0, 0));
    await app.electron!.evaluate(({ dialog: system }, filePaths) => {
      system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, files);
    await chooseByKeys(app.page, 'Add a text…');
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('broken.vtt');
    await app.page.keyboard.press('Escape');
    await expect(reader(app.page)).toContainText('Chosen in the dialog of the system.');

    await app.restart();
    await expect(reader(app.page)).toContainText('Chosen in the dialog of the system.');
    await chooseByKeys(app.page, 'Typed text');
    await expect(reader(app.page)).toContainText('Typed by hand.');
    await expect(versions(app.page)).toBeFocused();
    await chooseByKeys(app.page, 'Remove this text');
    await expect(reader(app.page)).not.toContainText('Typed by hand.');
    await app.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await expect(reader(app.page)).toContainText('Typed by hand.');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a text that lies beside the audio is read with it', async ({ app }) => {
  await openSample(app.page);
  await downloadOpenEpisode(app.page);
  const show = path.join(app.dataFolder, 'Downloads', 'Two tongues');
  const audio = (await readdir(show)).find((name) => name.endsWith('.mp3'))!;
  await writeFile(path.join(show, audio.replace('.mp3', '.ru.vtt')), russian);
  await app.restart();
  await expect(reader(app.page)).toContainText('У мистера Джона Дэшвуда');
  await expect(versions(app.page)).toContainText('.ru.vtt');
});

test('two languages stand side by side, and both mark what is being said', async ({ app }) => {
  const { page } = app;
  await openSample(page, bothTongues());
  await expect(versions(page)).toContainText('English');
  await chooseByKeys(page, 'Side by side: Russian · VTT');
  const english = reader(page).locator('p', { hasText: 'leisure' }).first();
  const beside = reader(page).locator('[lang="ru"] p', { hasText: 'время' }).first();
  await expect(beside).toBeVisible();
  const [left, right] = [(await english.boundingBox())!, (await beside.boundingBox())!];
  expect(right.x).toBeGreaterThan(left.x + left.width);

  await reader(page).getByText('selfish', { exact: true }).click();
  await expect(reader(page).locator('[aria-current="true"]')).toHaveText(/selfish|is/);
  await expect(reader(page).locator('[lang="ru"] [data-spoken]')).toContainText('холодность');
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await reader(page).getByText('Женись', { exact: true }).click();
  await expect(reader(page).locator('[aria-current="true"]')).toHaveText(/Had|he/);
  await player(page).getByRole('button', { name: 'Pause' }).click();

  await page.setViewportSize({ width: 720, height: 520 });
  await expect
    .poll(async () => {
      const [over, under] = [(await english.boundingBox())!, (await beside.boundingBox())!];
      return under.y >= over.y + over.height - 1 && under.x < over.x + over.width / 2;
    })
    .toBe(true);

  await page.setViewportSize({ width: 1200, height: 800 });
  await app.restart();
  await expect(reader(app.page).getByText('время').first()).toBeVisible();
  await chooseByKeys(app.page, 'Russian · VTT');
  await expect(reader(app.page)).toHaveAttribute('lang', 'ru');
  await expect(reader(app.page).locator('[lang="en"]')).toContainText('leisure');
  await chooseByKeys(app.page, 'Side by side: English · VTT');
  await expect(reader(app.page).locator('[lang="en"]')).toHaveCount(0);
});
