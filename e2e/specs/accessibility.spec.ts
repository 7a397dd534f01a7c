import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { answerDialogs } from '../fixtures/answer-dialogs.ts';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addSampleShow, addShow, downloadOpenEpisode, openEpisode, player } from '../fixtures/screens.ts';

async function visitEveryScreen(page: Page, visit: (screen: string) => Promise<void>): Promise<void> {
  const library = page.getByRole('navigation', { name: 'Library' });
  await visit('first start');
  await page.getByRole('button', { name: 'Add show' }).first().click();
  await visit('add show');
  await page.keyboard.press('Escape');
  await addSampleShow(page);
  await visit('show');
  await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
  await downloadOpenEpisode(page);
  await page.getByRole('article', { name: 'Transcript' }).getByText('leisure', { exact: true }).click();
  await visit('episode, playing');
  await page.getByRole('button', { name: 'Text settings' }).click();
  await visit('text settings');
  await page.keyboard.press('Escape');
  for (const link of ['New', 'Queue', 'Downloads', 'Highlights', 'Shows', 'Settings']) {
    await library.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await visit(link);
  }
  await page.getByRole('button', { name: 'Open storage' }).click();
  await expect(page.getByRole('checkbox', { name: /^Select Earmark Sample/ })).toBeVisible();
  await visit('storage');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await visit('keys');
}

/** What opens over a screen. */
async function visitEveryState(
  page: Page,
  visit: (state: string, within?: string) => Promise<void>,
): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Find in transcript' }).click();
  await page.getByRole('searchbox', { name: 'Find in transcript' }).fill('estate');
  await visit('find, with hits');
  await page.keyboard.press('Escape');
  for (const name of ['Downloaded', 'More actions']) {
    await main.getByRole('button', { name }).first().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await visit(`menu ${name}`, '[role="menu"]');
    await page.keyboard.press('Escape');
  }
  await main.getByRole('link', { name: /^All episodes of/ }).click();
  await main.getByRole('button', { name: 'Unsubscribe' }).click();
  await visit('unsubscribe?');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search library' }).fill('sense');
  await expect(page.getByRole('list', { name: 'Episodes' })).toBeVisible();
  await visit('search, with results');
  await page.getByRole('searchbox', { name: 'Search library' }).fill('zzz');
  await expect(page.getByText('Nothing found for')).toBeVisible();
  await visit('search, without');
}

/** What opens at the player. */
async function visitEveryPanel(
  page: Page,
  visit: (state: string, within?: string) => Promise<void>,
): Promise<void> {
  await player(page).getByRole('button', { name: 'Add bookmark' }).click();
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByRole('button', { name: 'Add a note' }).click();
  await expect(page.getByRole('dialog', { name: /^Bookmark at/ })).toBeVisible();
  await visit('note of a bookmark');
  await page.keyboard.press('Escape');
  for (const name of ['Speed', 'Loudness']) {
    await player(page).getByRole('button', { name }).click();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await visit(name);
    await page.keyboard.press('Escape');
  }
  for (const name of ['Sleep timer', 'More']) {
    await player(page).getByRole('button', { name }).click();
    await expect(page.getByRole('menu', { name })).toBeVisible();
    await visit(`menu ${name}`, '[role="menu"]');
    await page.keyboard.press('Escape');
  }
}

/** Dialogs of shows, playlists and settings. */
async function visitEveryDialog(page: Page, visit: (state: string) => Promise<void>): Promise<void> {
  const library = page.getByRole('navigation', { name: 'Library' });
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /^All episodes of/ }).click();
  await main.getByRole('button', { name: 'Show settings' }).click();
  await expect(page.getByRole('dialog', { name: /^Settings for/ })).toBeVisible();
  await visit('settings of a show');
  await page.keyboard.press('Escape');
  await library.getByRole('link', { name: 'Queue' }).click();
  await main.getByRole('button', { name: 'New playlist' }).click();
  const making = page.getByRole('dialog', { name: 'New playlist' });
  await making.getByRole('textbox', { name: 'Name' }).fill('For the train');
  await making.getByText('By rule', { exact: true }).click();
  await visit('playlist by rule');
  await making.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For the train' })).toBeVisible();
  await visit('playlist');
  await library.getByRole('link', { name: 'Settings' }).click();
  await main.getByRole('button', { name: 'Licences' }).click();
  await expect(page.getByRole('dialog', { name: 'Licences' })).toBeVisible();
  await visit('licences');
  await page.keyboard.press('Escape');
}

/** What stands on a screen when something went wrong, and the screens a category and a failure lead to. */
async function visitEveryFailure(page: Page, visit: (state: string) => Promise<void>): Promise<void> {
  const server = await startPodcastServer();
  try {
    const audio = `${server.origin}/gone.mp3`;
    const episodes = [{ title: 'Fog', guid: '1', audio, category: 'Weather', description: 'Of the coast.' }];
    server.text('/feed.xml', makeFeed({ title: 'Coast', episodes }));
    await addShow(page, `${server.origin}/nothing.xml`);
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    await visit('add show, failed');
    await page.keyboard.press('Escape');
    await addShow(page, `${server.origin}/feed.xml`);
    await openEpisode(page, 'Fog');
    await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Try the download again' })).toBeVisible();
    await visit('episode, download failed, no text');
    await page.getByRole('main').getByRole('link', { name: 'Weather' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Weather' })).toBeVisible();
    await visit('category');
    await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Downloads' }).click();
    await expect(page.getByRole('list', { name: 'Episodes' })).toBeVisible();
    await visit('downloads, one failed');
  } finally {
    await server.stop();
  }
}

/** What is done with the words of an episode, and what comes of it on other screens. */
async function visitEveryMark(
  page: Page,
  visit: (state: string, within?: string) => Promise<void>,
): Promise<void> {
  const main = page.getByRole('main');
  await page.getByRole('article', { name: 'Transcript' }).locator('[data-paragraph]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await visit('tools of selected words');
  await page.keyboard.press('n');
  const card = page.getByRole('dialog', { name: 'Marked words' });
  await expect(card.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Two words');
  await card.getByRole('combobox', { name: 'Tags' }).fill('time, money');
  await visit('card of a highlight');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await visit('text with a highlight');
  for (const name of ['Export', /^Version of the text/]) {
    await main.getByRole('button', { name }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await visit(`menu ${name}`, '[role="menu"]');
    await page.keyboard.press('Escape');
  }
  await main.getByRole('button', { name: /^Version of the text/ }).click();
  await page.getByRole('menuitem', { name: /^Language of the text/ }).click();
  await expect(page.getByRole('dialog', { name: 'Language of the text' })).toBeVisible();
  await visit('language of a text');
  await page.keyboard.press('Escape');
}

/** The marks of all shows, and audio that is brought in. */
async function visitWhatIsKept(
  app: EarmarkApp,
  visit: (state: string, within?: string) => Promise<void>,
): Promise<void> {
  const { page } = app;
  const library = page.getByRole('navigation', { name: 'Library' });
  await library.getByRole('link', { name: 'Highlights' }).click();
  const marks = page.getByRole('list', { name: 'Highlights' }).getByRole('listitem');
  await expect(marks).toHaveCount(1);
  await visit('highlights, with one');
  await page.getByRole('main').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await visit('menu of formats for highlights', '[role="menu"]');
  await page.keyboard.press('Escape');
  await marks.first().focus();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Edit note and tags' })).toBeVisible();
  await visit('highlight, edited');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Find in highlights' }).fill('zzz');
  await expect(marks).toHaveCount(0);
  await visit('highlights, none found');
  await answerDialogs(app, path.resolve('sample', 'aelita.mp3'));
  await library.getByRole('link', { name: 'Downloads' }).click();
  await page.getByRole('button', { name: 'Import audio…' }).click();
  await expect(page.getByRole('dialog', { name: 'Import audio files' }).getByRole('listitem')).toHaveCount(1);
  await visit('import of audio files');
  await page.keyboard.press('Escape');
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen breaks a rule of accessibility in the ${theme} theme @packaged`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await visitEveryScreen(page, (screen) => expectAccessible(page, screen));
  });

  test(`nor does anything that opens or fails in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(120_000);
    const visit = (state: string, within?: string) => expectAccessible(page, state, within);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await addSampleShow(page);
    await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
    await downloadOpenEpisode(page);
    await visitEveryState(page, visit);
    await visitEveryFailure(page, visit);
  });

  test(`nor does what is done with words in the ${theme} theme`, async ({ app, page }) => {
    test.setTimeout(120_000);
    const visit = (state: string, within?: string) => expectAccessible(page, state, within);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await addSampleShow(page);
    await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
    await downloadOpenEpisode(page);
    await visitEveryMark(page, visit);
    await visitWhatIsKept(app, visit);
  });

  test(`nor do the panels and dialogs in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(120_000);
    const visit = (state: string, within?: string) => expectAccessible(page, state, within);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await addSampleShow(page);
    await openEpisode(page, 'Sense and Sensibility: Mr. Dashwood considers');
    await downloadOpenEpisode(page);
    await page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).first().click();
    await expect(player(page).getByRole('button', { name: 'Add bookmark' })).toBeEnabled();
    await visitEveryPanel(page, visit);
    await visitEveryDialog(page, visit);
  });
}
