/** Everything a key can do anywhere in the window. */
export type GlobalAction =
  | 'playPause'
  | 'back'
  | 'forward'
  | 'slower'
  | 'faster'
  | 'volumeUp'
  | 'volumeDown'
  | 'next'
  | 'chapterBack'
  | 'chapterForward'
  | 'loopStart'
  | 'loopEnd'
  | 'loopOff'
  | 'loopSentence'
  | 'wordBack'
  | 'wordForward'
  | 'sentenceBack'
  | 'sentenceForward'
  | 'paragraphBack'
  | 'paragraphForward'
  | 'printText'
  | 'addBookmark'
  | 'sleepLonger'
  | 'mute'
  | 'fullScreen'
  | 'search'
  | 'new'
  | 'queue'
  | 'downloads'
  | 'highlights'
  | 'shows'
  | 'settings'
  | 'addShow'
  | 'refresh'
  | 'goBack'
  | 'notice'
  | 'sheet';

export interface KeyBinding {
  readonly action: GlobalAction;
  readonly group: 'playback' | 'reader' | 'go' | 'help';
  /** `KeyboardEvent.code`, so that letters work in any layout; or `key` for what is a sign, not a place. */
  readonly code?: string;
  readonly key?: string;
  /** Ctrl, or Command on a Mac. */
  readonly ctrl?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** Also inside text fields. */
  readonly whileTyping?: true;
  /** As it is shown, without Ctrl, Shift, Alt. */
  readonly shown: string;
}

/** The one table of global keys: it steers the window and feeds the `?` sheet and the tooltips. */
export const keyBindings: readonly KeyBinding[] = [
  { action: 'playPause', group: 'playback', code: 'Space', shown: 'Space' },
  { action: 'back', group: 'playback', code: 'ArrowLeft', shift: true, shown: '←' },
  { action: 'forward', group: 'playback', code: 'ArrowRight', shift: true, shown: '→' },
  { action: 'slower', group: 'playback', code: 'Comma', shift: true, shown: ',' },
  { action: 'faster', group: 'playback', code: 'Period', shift: true, shown: '.' },
  { action: 'volumeUp', group: 'playback', code: 'ArrowUp', shift: true, shown: '↑' },
  { action: 'volumeDown', group: 'playback', code: 'ArrowDown', shift: true, shown: '↓' },
  { action: 'next', group: 'playback', code: 'KeyN', shift: true, shown: 'N' },
  { action: 'chapterBack', group: 'playback', code: 'PageUp', shift: true, shown: 'PgUp' },
  { action: 'chapterForward', group: 'playback', code: 'PageDown', shift: true, shown: 'PgDn' },
  { action: 'loopStart', group: 'playback', code: 'BracketLeft', shown: '[' },
  { action: 'loopEnd', group: 'playback', code: 'BracketRight', shown: ']' },
  { action: 'loopOff', group: 'playback', code: 'Backslash', shown: '\\' },
  { action: 'loopSentence', group: 'reader', code: 'KeyL', shift: true, shown: 'L' },
  { action: 'sentenceBack', group: 'reader', code: 'Comma', shown: ',' },
  { action: 'sentenceForward', group: 'reader', code: 'Period', shown: '.' },
  { action: 'wordBack', group: 'reader', code: 'Semicolon', shown: ';' },
  { action: 'wordForward', group: 'reader', code: 'Quote', shown: "'" },
  { action: 'paragraphBack', group: 'reader', code: 'Minus', shown: '-' },
  { action: 'paragraphForward', group: 'reader', code: 'Equal', shown: '=' },
  { action: 'printText', group: 'reader', code: 'KeyP', ctrl: true, whileTyping: true, shown: 'P' },
  { action: 'addBookmark', group: 'playback', code: 'KeyB', shift: true, shown: 'B' },
  { action: 'sleepLonger', group: 'playback', code: 'KeyZ', shift: true, shown: 'Z' },
  { action: 'mute', group: 'playback', code: 'KeyM', shift: true, shown: 'M' },
  { action: 'fullScreen', group: 'playback', code: 'KeyF', shift: true, shown: 'F' },
  { action: 'search', group: 'go', code: 'KeyK', ctrl: true, whileTyping: true, shown: 'K' },
  { action: 'new', group: 'go', code: 'Digit1', ctrl: true, whileTyping: true, shown: '1' },
  { action: 'queue', group: 'go', code: 'Digit2', ctrl: true, whileTyping: true, shown: '2' },
  { action: 'downloads', group: 'go', code: 'Digit3', ctrl: true, whileTyping: true, shown: '3' },
  { action: 'highlights', group: 'go', code: 'Digit4', ctrl: true, whileTyping: true, shown: '4' },
  { action: 'shows', group: 'go', code: 'Digit5', ctrl: true, whileTyping: true, shown: '5' },
  { action: 'settings', group: 'go', code: 'Comma', ctrl: true, whileTyping: true, shown: ',' },
  { action: 'addShow', group: 'go', code: 'KeyN', ctrl: true, whileTyping: true, shown: 'N' },
  { action: 'refresh', group: 'go', code: 'KeyR', ctrl: true, whileTyping: true, shown: 'R' },
  { action: 'goBack', group: 'go', code: 'ArrowLeft', alt: true, shown: '←' },
  { action: 'notice', group: 'go', code: 'F8', whileTyping: true, shown: 'F8' },
  { action: 'sheet', group: 'help', key: '?', shown: '?' },
];

export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the key was pressed. `control`: a button, link or slider that has its own use for Space, Enter and arrows. */
export type KeyPlace = 'page' | 'control' | 'text' | 'dialog';

/** What a key means here, or `null`. Space plays everywhere but where the focused control needs it. */
export function actionOfKey(press: KeyPress, place: KeyPlace): GlobalAction | null {
  const binding = keyBindings.find((one) => matches(one, press));
  if (binding === undefined || place === 'dialog') return null;
  if (place === 'text' && binding.whileTyping !== true) return null;
  if (place === 'control' && binding.code === 'Space') return null;
  return binding.action;
}

function matches(binding: KeyBinding, press: KeyPress): boolean {
  const ctrl = press.ctrlKey || press.metaKey;
  const sameModifiers = ctrl === (binding.ctrl === true) && press.altKey === (binding.alt === true);
  if (binding.key !== undefined) return sameModifiers && press.key === binding.key;
  return sameModifiers && press.shiftKey === (binding.shift === true) && press.code === binding.code;
}

/** `Ctrl+K`, `⌘K`, `Shift+←`: how a key is written for the user. */
export function keyName(binding: KeyBinding, mac: boolean): string {
  const parts = [
    binding.ctrl === true ? (mac ? '⌘' : 'Ctrl') : '',
    binding.alt === true ? (mac ? '⌥' : 'Alt') : '',
    binding.shift === true ? (mac ? '⇧' : 'Shift') : '',
    binding.shown,
  ].filter((part) => part !== '');
  return parts.join(mac ? '' : '+');
}
