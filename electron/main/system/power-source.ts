import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { PowerSource } from '../../../core/download/rule-hold.ts';

/**
 * What feeds the computer, as the Linux kernel tells (sysfs-class-power): `unknown` where it names no supply, as on most
 * desktop computers. Electron's `powerMonitor` always says mains on Linux.
 */
export async function readKernelPower(folder = '/sys/class/power_supply'): Promise<PowerSource> {
  const names = await readdir(folder).catch(() => []);
  const supplies = await Promise.all(names.map((name) => readSupply(path.join(folder, name))));
  const own = supplies.filter(({ scope }) => scope !== 'Device');
  const lines = own.filter(({ type }) => type === 'Mains' || type.startsWith('USB'));
  if (lines.some(({ online }) => online === '1')) return 'mains';
  const batteries = own.filter(({ type }) => type === 'Battery');
  if (batteries.some(({ status }) => status === 'Discharging')) return 'battery';
  if (batteries.length > 0) return lines.length > 0 ? 'battery' : 'mains';
  return 'unknown';
}

/** `scope` is `Device` for the battery of a mouse or a keyboard. */
async function readSupply(
  folder: string,
): Promise<{ type: string; online: string; status: string; scope: string }> {
  const read = (name: string): Promise<string> =>
    readFile(path.join(folder, name), 'utf8').then(
      (text) => text.trim(),
      () => '',
    );
  const [type, online, status, scope] = await Promise.all([
    read('type'),
    read('online'),
    read('status'),
    read('scope'),
  ]);
  return { type, online, status, scope };
}
