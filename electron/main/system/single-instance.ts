import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { handedOverAddress } from './handed-over-address.ts';

/**
 * Makes this the only Earmark of its data folder; false when another is running already (it is told our arguments).
 * Addresses and OPML files come from this start, from later ones and, on macOS, as events: all go to `receive`.
 */
export function becomeOnlyInstance(receive: (address: string) => void, showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  const fileUrl = (path: string): string => pathToFileURL(path).href;
  const look = (commandLine: readonly string[]): void => {
    const address = handedOverAddress(commandLine, fileUrl);
    if (address !== null) receive(address);
  };
  app.on('second-instance', (_event, commandLine) => {
    showWindow();
    look(commandLine.slice(1));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    look([url]);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    look([path]);
  });
  look(process.argv.slice(1));
  return true;
}
