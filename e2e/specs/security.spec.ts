import { expect, test } from '../fixtures/app.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';

test('the window has no Node, no way out and no way in', async ({ page }) => {
  const inside = await page.evaluate(() => ({
    node: 'require' in globalThis || 'process' in globalThis || 'module' in globalThis,
    desktop: Object.keys((globalThis as unknown as { desktop: object }).desktop).sort(),
    opened: window.open('https://example.org/') !== null,
    origin: location.origin,
  }));
  expect(inside).toEqual({ node: false, desktop: ['invoke', 'on'], opened: false, origin: 'app://earmark' });
});

test('the window cannot navigate away and reaches no network', async ({ page }) => {
  const server = await startPodcastServer();
  const before = page.url();
  const reached = await page.evaluate(async (origin) => {
    location.href = `${origin}/navigated`;
    return fetch(`${origin}/fetched`).then(
      () => true,
      () => false,
    );
  }, server.origin);
  expect(reached).toBe(false);
  expect(page.url()).toBe(before);
  expect(server.requests).toEqual([]);
  await server.stop();
});

test('permissions are denied and unknown requests refused', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { desktop } = globalThis as unknown as {
      desktop: { invoke(channel: string, args: unknown): Promise<unknown> };
    };
    const refused = async (channel: string, args: unknown): Promise<string> => {
      try {
        return JSON.stringify(await desktop.invoke(channel, args));
      } catch {
        return 'thrown';
      }
    };
    return {
      notifications: await Notification.requestPermission(),
      unknown: await refused('shell:run', { command: 'true' }),
      wrongArguments: await refused('download:remove', { episodeId: '../../etc/passwd' }),
      file: await refused('system:open-external', { url: 'file:///etc/passwd' }),
    };
  });
  expect(answers.notifications).toBe('denied');
  expect(answers.unknown).toMatch(/thrown|"ok":false/);
  expect(answers.wrongArguments).toContain('"ok":false');
  expect(answers.file).toContain('"ok":false');
});

test('media and app addresses give nothing outside their folders', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const addresses = [
      'app://earmark/..%2f..%2fpackage.json',
      'app://earmark/%2e%2e/%2e%2e/package.json',
      'app://other/index.html',
    ];
    return Promise.all(
      addresses.map((address) =>
        fetch(address).then(
          (response) => response.status,
          () => 0,
        ),
      ),
    );
  });
  for (const status of answers) expect([0, 400, 403, 404]).toContain(status);
});
