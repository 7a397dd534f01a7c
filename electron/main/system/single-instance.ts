import { app } from 'electron';
import { findHandedOver } from './find-handed-over.ts';
import type { HandedOver } from './find-handed-over.ts';

/**
 * Makes this the only Earmark of its data folder; false when another is running already (it is told our arguments).
 * Addresses and OPML files come from this start, from later ones and, on macOS, as events: all go to `receive`.
 */
export function becomeOnlyInstance(receive: (what: HandedOver) => void, showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  const look = (commandLine: readonly string[], folder: string): void => {
    const what = findHandedOver(commandLine, folder);
    if (what !== null) receive(what);
  };
  app.on('second-instance', (_event, commandLine, folder) => {
    showWindow();
    look(commandLine.slice(1), folder);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    showWindow();
    look([url], '');
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    showWindow();
    receive({ kind: 'list', file: path });
  });
  look(process.argv.slice(1), process.cwd());
  return true;
}
