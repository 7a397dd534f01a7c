import type { News } from '../../../core/ipc/desktop-contract.ts';
import type { Language } from '../../../core/settings/choose-language.ts';
import { desktopWords } from './desktop-words.ts';

const longestLine = 120;
const mostLines = 3;

/** What a notification about new episodes says: one is named, several are counted and the newest of them named. Plain text. */
export function newsText(
  { showTitle, episodes, more }: News,
  language: Language,
): { title: string; body: string } {
  const words = desktopWords[language];
  const titles = episodes.map(({ title }) => shorten(title));
  const count = titles.length + more;
  if (count === 1) return { title: shorten(showTitle), body: titles[0] ?? '' };
  const left = count - Math.min(mostLines, titles.length);
  const lines = [...titles.slice(0, mostLines), ...(left > 0 ? [words.andMore(left)] : [])];
  return { title: words.newEpisodes(count, shorten(showTitle)), body: lines.join('\n') };
}

function shorten(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return letters.length > longestLine ? `${letters.slice(0, longestLine - 1).join('')}…` : letters.join('');
}
