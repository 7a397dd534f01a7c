import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts A path inside this checkout. */
export const inRoot = (...parts) => path.join(root, ...parts);

/**
 * Where downloads that outlive `node_modules` are kept, following each system's convention.
 * @param {{ platform: NodeJS.Platform, env: Record<string, string | undefined>, home: string }} machine
 */
export function cacheFolder({ platform, env, home }) {
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'earmark', 'cache');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'earmark');
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'earmark');
}

/** This user's cache folder. */
export const cache = cacheFolder({ platform: process.platform, env: process.env, home: os.homedir() });
