// What `electron path/to/app` does in Electron's own builds, for a build without that part: starts the app whose folder is
// the first argument that is not a switch, under that app's name and version.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { app } = createRequire(import.meta.url)('electron');

const place = process.argv
  .slice(1)
  .find((argument) => !argument.startsWith('-') && existsSync(path.resolve(argument)));
if (place === undefined) {
  process.stderr.write('Usage: electron FOLDER-OF-THE-APP [ARGUMENTS]\n');
  app.exit(1);
} else {
  const folder = path.resolve(place);
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  if (description.version) app.setVersion(description.version);
  app.setName(description.productName ?? description.name);
  app.setDesktopName?.(description.desktopName ?? `${description.name}.desktop`);
  app.setAppPath(folder);
  // Awaited at top level: Electron holds back `ready` until the main module is loaded, and privileged schemes must come first.
  await import(pathToFileURL(path.join(folder, description.main ?? 'index.js')).href);
}
