import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { say } from '../say.mjs';

/** @param {{ platform: NodeJS.Platform, env: Record<string, string | undefined> }} machine */
export const hasDisplay = ({ platform, env }) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** @typedef {{ env: NodeJS.ProcessEnv, close: () => void }} Display Environment to start programs with; `close` ends a display of our own. */

/** The command that brings Xvfb, by the words of ID and ID_LIKE in os-release. @type {readonly (readonly [RegExp, string])[]} */
const installers = [
  [/debian|ubuntu/, 'apt-get install xvfb xauth'],
  [/fedora|rhel/, 'dnf install xorg-x11-server-Xvfb'],
  [/suse/, 'zypper install xorg-x11-server-Xvfb'],
  [/arch/, 'pacman -S xorg-server-xvfb'],
];

/** @param {string} release Text of /etc/os-release. @returns {string} */
export function missingXvfbLine(release) {
  const system = [...release.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].map(([, names]) => names).join(' ');
  const command = installers.find(([names]) => names.test(system))?.[1];
  const advice =
    command === undefined
      ? "Please install this distribution's package for Xvfb"
      : `Please run:  sudo ${command}`;
  return `There is no display, and no Xvfb to stand in for one. ${advice}`;
}

const screen = '1920x1080x24';

/**
 * The machine's display, or as many virtual ones of our own as asked for when there is none; their names are in EARMARK_DISPLAYS, with
 * commas, and the first is that of whoever does not choose.
 * @returns {Promise<Display>}
 */
export async function openDisplay(count = 1) {
  if (hasDisplay({ platform: process.platform, env: process.env }))
    return { env: process.env, close: () => undefined };
  const servers = await Promise.all(Array.from({ length: count }, startXvfb));
  const names = servers.map(({ name }) => name);
  say(`No display here: using ${count === 1 ? 'a virtual one' : 'virtual ones'} (Xvfb ${names.join(', ')}).`);
  return {
    env: { ...process.env, DISPLAY: names[0], EARMARK_DISPLAYS: names.join() },
    close: () => servers.forEach(({ close }) => close()),
  };
}

/** @returns {Promise<{ name: string, close: () => void }>} The display's name, as `:99`. */
function startXvfb() {
  return new Promise((resolve, reject) => {
    // With -displayfd the server finds a free number by itself and says so when it answers. Older servers begin anew when
    // their last program ends, and let nobody in meanwhile.
    const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let words = '';
    let number = '';
    server.stderr?.on('data', (chunk) => (words += chunk));
    server.stdio[3]?.on('data', (chunk) => {
      number += chunk;
      if (!number.endsWith('\n')) return;
      const close = () => void server.kill();
      process.once('exit', close);
      server.unref();
      for (const pipe of [server.stderr, server.stdio[3]])
        /** @type {import('node:net').Socket} */ (pipe).unref();
      resolve({ name: `:${number.trim()}`, close });
    });
    server.on('error', async () => {
      reject(new Error(missingXvfbLine(await readFile('/etc/os-release', 'utf8').catch(() => ''))));
    });
    server.on('exit', (code) => reject(new Error(`Xvfb ended (${code}) before it was ready:\n${words}`)));
  });
}
