import type { TFunction } from 'i18next';
import { keyBindings, keyName } from './keyboard.ts';
import type { KeyBinding } from './keyboard.ts';

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly label: string }[];
}

const isMac = navigator.userAgent.includes('Mac');

/** All keys of the window in words, for the `?` sheet: the global ones, those of the text and of lists. */
export function shortcutGroups(t: TFunction): readonly ShortcutGroup[] {
  const global = (group: KeyBinding['group']) =>
    keyBindings
      .filter((binding) => binding.group === group)
      .map((binding) => ({ keys: [keyName(binding, isMac)], label: t(`shortcuts.${binding.action}`) }));
  return [
    { title: t('shortcuts.playback'), shortcuts: global('playback') },
    { title: t('shortcuts.reader'), shortcuts: [...readerShortcuts(t), ...global('reader')] },
    { title: t('shortcuts.go'), shortcuts: [...global('go'), ...global('help')] },
    { title: t('shortcuts.lists'), shortcuts: listShortcuts(t) },
  ];
}

function listShortcuts(t: TFunction): ShortcutGroup['shortcuts'] {
  return [
    { keys: ['↓', 'J'], label: t('shortcuts.listDown') },
    { keys: ['↑', 'K'], label: t('shortcuts.listUp') },
    { keys: ['Enter'], label: t('shortcuts.listOpen') },
    { keys: ['P'], label: t('shortcuts.listPlay') },
    { keys: ['D'], label: t('shortcuts.listDownload') },
    { keys: ['Shift+P'], label: t('downloads.pause') },
    { keys: ['Q'], label: t('shortcuts.listQueue') },
    { keys: ['L'], label: t('list.addToPlaylist') },
    { keys: ['F'], label: t('shortcuts.listFavourite') },
    { keys: ['M'], label: t('shortcuts.listPlayed') },
    { keys: ['E'], label: t('highlights.edit') },
    { keys: ['C'], label: t('highlights.copyLink') },
    { keys: ['Alt+↑'], label: t('shortcuts.queueUp') },
    { keys: ['Alt+↓'], label: t('shortcuts.queueDown') },
    { keys: ['Alt+Home', 'Alt+End'], label: t('shortcuts.queueEnds') },
    { keys: ['Del'], label: t('shortcuts.queueRemove') },
  ];
}

function readerShortcuts(t: TFunction): ShortcutGroup['shortcuts'] {
  const ctrl = isMac ? '⌘' : 'Ctrl+';
  return [
    { keys: ['←', '→'], label: t('shortcuts.readerWord') },
    { keys: [`${ctrl}←`, `${ctrl}→`], label: t('shortcuts.readerSentence') },
    { keys: ['↑', '↓'], label: t('shortcuts.readerParagraph') },
    { keys: ['Enter'], label: t('shortcuts.readerPlay') },
    { keys: ['Shift+←', 'Shift+→'], label: t('shortcuts.readerSelect') },
    { keys: ['H'], label: t('shortcuts.readerHighlight') },
    { keys: ['N'], label: t('shortcuts.readerNote') },
    { keys: [`${ctrl}Shift+C`], label: t('highlights.copyLink') },
    { keys: ['Esc'], label: t('reader.backToVoice') },
    { keys: [`${ctrl}F`], label: t('reader.find') },
  ];
}
