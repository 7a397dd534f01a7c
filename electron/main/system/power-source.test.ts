import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKernelPower } from './power-source.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'earmark-power-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function supply(name: string, files: Record<string, string>): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, name, file), `${text}\n`);
}

it('tells a laptop on its battery from one at the socket', async () => {
  supply('BAT0', { type: 'Battery', status: 'Discharging' });
  supply('AC', { type: 'Mains', online: '0' });
  expect(await readKernelPower(folder)).toBe('battery');
  supply('AC', { type: 'Mains', online: '1' });
  supply('BAT0', { type: 'Battery', status: 'Charging' });
  expect(await readKernelPower(folder)).toBe('mains');
});

it('does not take the battery of a mouse for that of the computer', async () => {
  supply('hid-mouse', { type: 'Battery', status: 'Discharging', scope: 'Device' });
  expect(await readKernelPower(folder)).toBe('unknown');
});

it('says so when the kernel names no supply', async () => {
  expect(await readKernelPower(path.join(folder, 'none'))).toBe('unknown');
});
