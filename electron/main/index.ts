import path from 'node:path';
import { app } from 'electron';
import { createPaths } from './paths.ts';
import { createLogger } from './logger.ts';
import { registerSchemes } from './app-protocol.ts';
import { start } from './start.ts';
import { catchUnexpectedErrors } from './unexpected-error.ts';

const asked = app.commandLine.getSwitchValue('user-data-dir');
if (asked !== '') app.setPath('userData', path.resolve(asked));

const paths = createPaths({
  data: app.getPath('userData'),
  appFolder: app.getAppPath(),
  ...(app.isPackaged ? { resources: process.resourcesPath } : {}),
});
const log = createLogger(paths.logs, () => new Date());
catchUnexpectedErrors(log);
// As root on Linux (continuous integration) Chromium only starts without its sandbox, and both together end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Chromium's own media panel for Linux knows no speed; ours is system/mpris-service.ts.
if (process.platform === 'linux')
  app.commandLine.appendSwitch('disable-features', 'HardwareMediaKeyHandling');
registerSchemes();
start(paths, log);
