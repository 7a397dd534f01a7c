import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/app.ts';

test('a damaged settings file is set aside, defaults hold, and the user is told', async ({ app }) => {
  await app.quit();
  await writeFile(path.join(app.dataFolder, 'settings.json'), '{ "theme": "dark", ');
  const page = await app.start();
  await expect(
    page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /settings/i })
      .first(),
  ).toBeVisible();
  await expect
    .poll(async () => (await readdir(app.dataFolder)).filter((name) => name.startsWith('settings.json')))
    .not.toHaveLength(0);
  expect((await readdir(app.dataFolder)).some((name) => /^settings.*damaged/.test(name))).toBe(true);
});
