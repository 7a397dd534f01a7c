import type { MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../../../core/assert-never.ts';
import type { Language } from '../../../core/settings/choose-language.ts';
import type { MenuEntry, PlayingAction, WindowAction } from '../../../core/system/playing-menu.ts';
import { desktopWords } from './desktop-words.ts';

export interface MenuNeeds {
  readonly language: () => Language;
  readonly act: (action: PlayingAction | WindowAction) => void;
}

/** Entries as Electron wants them, in the language in force. */
export function menuOf(
  entries: readonly MenuEntry[],
  { language, act }: MenuNeeds,
): MenuItemConstructorOptions[] {
  const words = desktopWords[language()];
  return entries.map((entry) => {
    switch (entry.kind) {
      case 'title':
        return { label: entry.text, enabled: false };
      case 'line':
        return { type: 'separator' };
      case 'action':
        return { label: words[entry.action], enabled: entry.enabled, click: () => act(entry.action) };
      default:
        return assertNever(entry, 'menu entry');
    }
  });
}
