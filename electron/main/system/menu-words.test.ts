import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { menuWords } from './menu-words.ts';

type Words = Record<
  'add' | 'import' | 'settings' | 'shortcuts' | 'reader' | 'player',
  Record<string, string>
>;

/** English menus write Each Word Large; three dots say that a dialog follows. */
const plain = (word: string | undefined): string => (word ?? '').toLowerCase().replace('…', '');

it.each(['en', 'ru'] as const)('the menu in %s calls things what the window calls them', (language) => {
  const file = new URL(`../../../renderer/words/${language}.json`, import.meta.url);
  const window = JSON.parse(readFileSync(file, 'utf8')) as Words;
  const menu = menuWords[language];
  expect(plain(menu['add-show'])).toBe(plain(window.add.title));
  expect(plain(menu['import-opml'])).toBe(plain(window.import.title));
  expect(plain(menu['export-opml'])).toBe(plain(window.settings.export));
  expect(plain(menu.settings)).toBe(plain(window.settings.title));
  expect(plain(menu.find)).toBe(plain(window.reader.find));
  expect(plain(menu['loop-sentence'])).toBe(plain(window.player.loopSentence));
  for (const [command, key] of [
    ['refresh', 'refresh'],
    ['search', 'search'],
    ['shortcuts', 'title'],
    ['play-pause', 'playPause'],
    ['slower', 'slower'],
    ['faster', 'faster'],
  ] as const)
    expect(plain(menu[command])).toBe(plain(window.shortcuts[key]));
});
