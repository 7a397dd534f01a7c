import { app, dialog } from 'electron';
import type { Language } from '../../../core/settings/choose-language.ts';
import { menuWords } from './menu-words.ts';

/** Tells why Earmark quits, and quits: the window that would say it does not live. */
export function sayWindowBroke(language: Language): void {
  const { crashed, crashedAdvice } = menuWords[language];
  dialog.showErrorBox(crashed, crashedAdvice);
  app.quit();
}
