import { navigate } from 'wouter/use-hash-location';
import i18next from 'i18next';
import type { TextUnit } from '../../core/transcript/cue-at.ts';
import { addBookmark } from '../features/bookmarks/add-bookmark.ts';
import { refreshAll } from '../library/refresh-feed.ts';
import { nextChapter, previousChapter } from '../player/chapter-commands.ts';
import { clearLoop, setLoopEnd, setLoopStart } from '../player/loop-commands.ts';
import { toggleMute } from '../player/mute.ts';
import { showFullScreen } from '../player/picture.ts';
import { playNext, setSpeed, setVolume, toggle } from '../player/playback-commands.ts';
import { jumpBack, jumpForward } from '../player/jumps.ts';
import { usePlayback } from '../player/playback-store.ts';
import { prolongSleepTimer } from '../player/prolong-sleep.ts';
import { askReader } from '../reader/reader-request.ts';
import type { ReaderRequest } from '../reader/reader-request.ts';
import { focusNotice, notify } from '../ui/notices.tsx';
import { refreshWords } from '../words/refresh-words.ts';
import type { GlobalAction } from './keyboard.ts';
import { openAddShow, showShortcuts } from './window-state.ts';

const speedStep = 0.05;
const volumeStep = 0.05;

/** Does what a global key, menu item or media key asks for. */
export const globalActions: Readonly<Record<GlobalAction, () => void>> = {
  playPause: toggle,
  back: jumpBack,
  forward: jumpForward,
  slower: () => changeSpeed(-speedStep),
  faster: () => changeSpeed(speedStep),
  volumeUp: () => changeVolume(volumeStep),
  volumeDown: () => changeVolume(-volumeStep),
  next: () => void playNext(),
  chapterBack: previousChapter,
  chapterForward: nextChapter,
  loopStart: setLoopStart,
  loopEnd: setLoopEnd,
  loopOff: clearLoop,
  loopSentence: () => askText({ kind: 'loop-sentence' }),
  wordBack: () => stepVoice('word', false),
  wordForward: () => stepVoice('word', true),
  sentenceBack: () => stepVoice('sentence', false),
  sentenceForward: () => stepVoice('sentence', true),
  paragraphBack: () => stepVoice('paragraph', false),
  paragraphForward: () => stepVoice('paragraph', true),
  printText: () => askText({ kind: 'print' }),
  addBookmark: () => void addBookmark(),
  sleepLonger: prolongSleepTimer,
  mute: toggleMute,
  fullScreen: () => void showFullScreen(),
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
  notice: () => void focusNotice(),
  sheet: () => showShortcuts(true),
};

function stepVoice(unit: TextUnit, forward: boolean): void {
  askText({ kind: 'step-voice', unit, forward });
}

/** For keys and menus that mean the text on screen: they say so where there is none. */
export function askText(request: ReaderRequest): void {
  if (!askReader(request)) notify({ tone: 'info', title: i18next.t('reader.noText') });
}

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
  setSpeed(usePlayback.getState().speed + by);
}

function changeVolume(by: number): void {
  setVolume(Math.min(1, Math.max(0, usePlayback.getState().volume + by)));
}
