import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../places.mjs';
import { noticesOf, productionPackages } from './third-party-notices.mjs';

const lockOf = (/** @type {Record<string, object>} */ packages) => JSON.stringify({ packages });

describe('productionPackages', () => {
  it('takes what ships, with what it needs, and leaves the tools', () => {
    const lock = lockOf({
      '': { name: 'earmark' },
      'node_modules/zod': { version: '4.0.0', license: 'MIT' },
      'node_modules/a/node_modules/@scope/b': { version: '1.0.0', license: 'ISC' },
      'node_modules/vite': { version: '8.0.0', license: 'MIT', dev: true },
      'node_modules/@types/x': { version: '1.0.0', license: 'MIT', optional: true },
    });
    expect(
      productionPackages(lock).map(({ name, version, licence }) => `${name} ${version} ${licence}`),
    ).toEqual(['@scope/b 1.0.0 ISC', 'zod 4.0.0 MIT']);
  });

  it('finds every dependency of package.json', async () => {
    const [manifest, lock] = await Promise.all(
      ['package.json', 'package-lock.json'].map((file) => readFile(inRoot(file), 'utf8')),
    );
    const { dependencies } = JSON.parse(manifest ?? '');
    const names = productionPackages(lock ?? '').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  });
});

describe('noticesOf', () => {
  it('gives name, version, licence and words, once for each package', () => {
    const zod = { folder: 'node_modules/zod', name: 'zod', version: '4.0.0', licence: 'MIT' };
    const twice = { ...zod, folder: 'node_modules/a/node_modules/zod' };
    const notices = noticesOf([
      { package: zod, text: 'Words\n' },
      { package: twice, text: 'Words\n' },
    ]);
    expect(notices.match(/^zod 4\.0\.0 \(MIT\)$/gm)).toHaveLength(1);
    expect(notices).toContain('Words');
  });
});
