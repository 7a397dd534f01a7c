import { navigate } from 'wouter/use-hash-location';
import i18next from 'i18next';
import { refreshAll } from '../library/refresh-feed.ts';
import { playNext, seekBy, setSpeed, setVolume, toggle } from '../player/playback-commands.ts';
import { usePlayback } from '../player/playback-store.ts';
import { notify } from '../ui/notices.tsx';
import { refreshWords } from '../words/refresh-words.ts';
import type { GlobalAction } from './keyboard.ts';
import { openAddShow, showShortcuts } from './window-state.ts';

const speedStep = 0.1;
const volumeStep = 0.05;

/** Does what a global key, menu item or media key asks for. */
export const globalActions: Readonly<Record<GlobalAction, () => void>> = {
  playPause: toggle,
  back: () => seekBy(-15_000),
  forward: () => seekBy(30_000),
  slower: () => changeSpeed(-speedStep),
  faster: () => changeSpeed(speedStep),
  volumeUp: () => changeVolume(volumeStep),
  volumeDown: () => changeVolume(-volumeStep),
  next: () => void playNext(),
  search: focusSearch,
  new: () => navigate('/new'),
  queue: () => navigate('/queue'),
  downloads: () => navigate('/downloads'),
  highlights: () => navigate('/highlights'),
  shows: () => navigate('/shows'),
  settings: () => navigate('/settings'),
  addShow: () => openAddShow(),
  refresh: () => void refreshAndTell(),
  goBack: () => history.back(),
  sheet: () => showShortcuts(true),
};

/** The search box of the sidebar. */
export const searchBoxId = 'search-library';

function focusSearch(): void {
  const box = document.getElementById(searchBoxId);
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}

async function refreshAndTell(): Promise<void> {
  notify({ tone: 'info', title: refreshWords(i18next.t, await refreshAll()) });
}

function changeSpeed(by: number): void {
  const next = Math.round((usePlayback.getState().speed + by) * 10) / 10;
  setSpeed(Math.min(3.5, Math.max(0.5, next)));
}

function changeVolume(by: number): void {
  setVolume(Math.min(1, Math.max(0, usePlayback.getState().volume + by)));
}
