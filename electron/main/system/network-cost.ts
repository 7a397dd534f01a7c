import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { NetworkCost } from '../../../core/download/rule-hold.ts';

/** NMMetered of NetworkManager's D-Bus interface: unknown, yes, no, guessed yes, guessed no. */
const meanings: Readonly<Record<string, NetworkCost>> = {
  '1': 'metered',
  '2': 'unmetered',
  '3': 'metered',
  '4': 'unmetered',
};

const manager = 'org.freedesktop.NetworkManager';
const place = '/org/freedesktop/NetworkManager';
/** Two tools that ask over D-Bus; a system has one or the other. */
const askers: readonly (readonly [string, readonly string[]])[] = [
  ['busctl', ['--system', '--auto-start=no', 'get-property', manager, place, manager, 'Metered']],
  [
    'gdbus',
    [
      'call',
      '--system',
      '-d',
      manager,
      '-o',
      place,
      '-m',
      'org.freedesktop.DBus.Properties.Get',
      manager,
      'Metered',
    ],
  ],
];

export type RunTool = (tool: string, args: readonly string[]) => Promise<string>;

/**
 * Whether the network is paid by the byte, as NetworkManager tells or guesses (a phone's hotspot, a mobile card). Other
 * systems tell no program without native code: `unknown`.
 */
export async function readNetworkCost(run: RunTool = runTool): Promise<NetworkCost> {
  for (const [tool, args] of askers) {
    const said = await run(tool, args).catch(() => null);
    const number = said === null ? undefined : /(?:^u |uint32 )(\d+)/.exec(said.trim())?.[1];
    if (number !== undefined) return meanings[number] ?? 'unknown';
  }
  return 'unknown';
}

const runFile = promisify(execFile);

async function runTool(tool: string, args: readonly string[]): Promise<string> {
  const { stdout } = await runFile(tool, args, { timeout: 3000, windowsHide: true });
  return stdout;
}
