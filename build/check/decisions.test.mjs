import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inRoot } from '../places.mjs';

const folder = inRoot('docs', 'decisions');

it('every decision has a number of its own and stands in the list under its title', async () => {
  const files = (await readdir(folder)).filter((name) => name !== 'README.md').sort();
  const listed = await Promise.all(
    files.map(async (name, at) => {
      const [heading = ''] = (await readFile(`${folder}/${name}`, 'utf8')).split('\n');
      expect([name.slice(0, 4), heading]).toEqual([
        String(at + 1).padStart(4, '0'),
        expect.stringMatching(`^# ${at + 1}\\. `),
      ]);
      return `${at + 1}. [${heading.replace(/^# \d+\. /, '')}](${name})`;
    }),
  );
  const list = await readFile(`${folder}/README.md`, 'utf8');
  expect(list.split('\n').filter((line) => /^\d+\. /.test(line))).toEqual(listed);
});
