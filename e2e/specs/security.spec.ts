import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addSampleShow, addShow, openEpisode } from '../fixtures/screens.ts';

type Desktop = { desktop: { invoke(channel: string, args: unknown): Promise<{ ok: boolean }> } };

/** Asks the main process as the page would; what the bridge throws becomes a word. */
function ask(page: Page, channel: string, args: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, given]) =>
      (globalThis as unknown as Desktop).desktop.invoke(name, given).catch(() => 'thrown'),
    [channel, args] as const,
  );
}

function mainOf(app: EarmarkApp): ElectronApplication {
  if (app.electron === null) throw new Error('The packaged form lets nobody into its main process.');
  return app.electron;
}

test('the window has no Node, no way out and no way in @packaged', async ({ page }) => {
  const inside = await page.evaluate(() => ({
    node: 'require' in globalThis || 'process' in globalThis || 'module' in globalThis,
    desktop: Object.keys((globalThis as unknown as { desktop: object }).desktop).sort(),
    opened: window.open('https://example.org/') !== null,
    origin: location.origin,
    secure: isSecureContext,
  }));
  expect(inside).toEqual({
    node: false,
    desktop: ['handOver', 'invoke', 'on'],
    opened: false,
    origin: 'app://earmark',
    secure: true,
  });
});

test('every window is made with every setting that keeps a page in its cage', async ({ app }) => {
  const preferences = await mainOf(app).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) =>
      (
        window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    experimentalFeatures: false,
    allowRunningInsecureContent: false,
  });
});

test('the page is served with exactly this policy, and the policy is kept @packaged', async ({ page }) => {
  const served = await page.evaluate(async () => {
    const { headers } = await fetch('app://earmark/index.html');
    return [headers.get('content-security-policy'), headers.get('x-content-type-options')];
  });
  expect(served).toEqual([
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' art: blob:; media-src media: blob:; " +
      "connect-src 'self'; font-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    'nosniff',
  ]);
  // In a task of its own: while the test's own words run, code from text is let through to it.
  const ran = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const attempts: Record<string, () => unknown> = {
          markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
          code: () => Reflect.construct(Function, ['return 1']),
        };
        const succeeds = (attempt: (() => unknown) | undefined): boolean => {
          try {
            attempt?.();
            return true;
          } catch {
            return false;
          }
        };
        setTimeout(() => resolve(Object.keys(attempts).filter((name) => succeeds(attempts[name]))));
      }),
  );
  expect(ran).toEqual([]);
});

test('the window cannot navigate away and reaches no network @packaged', async ({ page }) => {
  const server = await startPodcastServer();
  server.raw(
    '/leads-away',
    (_request, response) => void response.writeHead(302, { location: `${server.origin}/away` }).end(),
  );
  const before = page.url();
  const reached = await page.evaluate(async (origin) => {
    location.href = `${origin}/navigated`;
    const form = document.createElement('form');
    form.action = `${origin}/form`;
    document.body.append(form);
    form.submit();
    const link = document.createElement('a');
    link.href = `${origin}/leads-away`;
    document.body.append(link);
    link.click();
    const picture = new Image();
    picture.src = `${origin}/picture.png`;
    navigator.sendBeacon(`${origin}/beacon`);
    return fetch(`${origin}/fetched`).then(
      () => true,
      () => false,
    );
  }, server.origin);
  expect(reached).toBe(false);
  for (const address of ['file:///etc/passwd', 'data:text/html,x', 'app://other/index.html'])
    await page.evaluate((url) => void (location.href = url), address);
  expect(await page.evaluate(() => document.readyState)).toBe('complete');
  expect(page.url()).toBe(before);
  expect(server.requests).toEqual([]);
  await server.stop();
});

test('no window, no webview and no frame with powers is opened from the page', async ({ app, page }) => {
  const inside = await page.evaluate(async () => {
    window.open('app://earmark/index.html');
    window.open('about:blank');
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://earmark/index.html');
    const frame = document.createElement('iframe');
    document.body.append(view, frame);
    const remote = document.createElement('iframe');
    remote.src = 'app://earmark/index.html';
    const settled = new Promise((resolve) => remote.addEventListener('load', resolve));
    document.body.append(remote);
    await settled;
    return {
      webview: 'getWebContentsId' in view,
      desktop: 'desktop' in (frame.contentWindow as object),
      loaded: remote.contentDocument?.querySelector('#root') instanceof HTMLElement,
    };
  });
  expect(inside).toEqual({ webview: false, desktop: false, loaded: false });
  const kinds = await mainOf(app).evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getType()),
  );
  expect(kinds).toEqual(['window']);
});

test('permissions are denied, asked for or looked up @packaged', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const denied = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        () => 'denied',
      );
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    return {
      notifications: await Notification.requestPermission(),
      microphone: await denied(navigator.mediaDevices.getUserMedia({ audio: true })),
      place: await denied(
        new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed)),
      ),
      states: await Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    };
  });
  expect(answers).toMatchObject({ notifications: 'denied', microphone: 'denied', place: 'denied' });
  expect(new Set(answers.states)).toEqual(new Set(['denied']));
});

test('what is not in the contract is refused, whatever its name, form or size @packaged', async ({
  page,
}) => {
  expect(await ask(page, 'shell:run', { command: 'true' })).toBe('thrown');
  const requests: [string, unknown][] = [
    ['download:remove', { episodeId: '../../etc/passwd' }],
    ['download:show-in-folder', { episodeId: '..%2f..' }],
    ['settings:change', { downloadFolder: '/etc' }],
    ['settings:change', { theme: 'dark', more: 1 }],
    ['feed:fetch', { requestId: 'a', url: 'file:///etc/passwd', validators: {} }],
    ['feed:fetch', { requestId: 'a', url: 'data:text/xml,<rss/>', validators: {} }],
    ['artwork:load', { url: 'file:///etc/passwd', feedUrl: 'file:///etc/' }],
    ['system:report-error', { message: 'x'.repeat(9000) }],
    ['feed:read-opml', { bytes: new Uint8Array(0), more: 'x'.repeat(70_000_000) }],
  ];
  for (const [channel, args] of requests)
    expect(await ask(page, channel, args), channel).toMatchObject({ ok: false });
});

test('only http, https and mailto are handed to the system, and nothing with a password', async ({
  app,
  page,
}) => {
  const opened = await mainOf(app).evaluateHandle(({ shell }) => {
    const addresses: string[] = [];
    shell.openExternal = (address) => Promise.resolve(void addresses.push(address));
    return addresses;
  });
  const refused = [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'https://user:secret@example.org/',
    `https://example.org/${'x'.repeat(2048)}`,
  ];
  for (const url of refused) {
    expect(await ask(page, 'system:open-external', { url }), url).toMatchObject({ ok: false });
    await page.evaluate((address) => void window.open(address), url);
  }
  for (const url of ['https://example.org/a', 'mailto:a@example.org'])
    expect(await ask(page, 'system:open-external', { url }), url).toMatchObject({ ok: true });
  expect(await opened.jsonValue()).toEqual(['https://example.org/a', 'mailto:a@example.org']);
});

test('only our own page in our own window is answered', async ({ app }) => {
  const server = await startPodcastServer();
  server.text('/page', '<!doctype html><title>Foreign</title>', { type: 'text/html' });
  const answers = await mainOf(app).evaluate(async ({ app: electron, BrowserWindow }, foreign) => {
    const [ours] = BrowserWindow.getAllWindows();
    const preload = `${electron.getAppPath()}/out/preload/index.cjs`;
    const question =
      "desktop.invoke('system:info', {}).then((answer) => (answer.ok ? 'answered' : answer.error.code))";
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL('app://earmark/index.html');
    const otherWindow = (await other.webContents.executeJavaScript(question)) as string;
    other.destroy();
    const before = (await ours!.webContents.executeJavaScript(question)) as string;
    await ours!.loadURL(foreign);
    return { otherWindow, before, foreign: (await ours!.webContents.executeJavaScript(question)) as string };
  }, `${server.origin}/page`);
  expect(answers).toEqual({ otherWindow: 'bad-request', before: 'answered', foreign: 'bad-request' });
  await server.stop();
});

test('media, art and app addresses give nothing outside their folders', async ({ app }) => {
  const { page } = app;
  await addSampleShow(page);
  const secret = path.join(app.dataFolder, 'secret');
  await writeFile(secret, 'secret');
  await mkdir(path.join(app.dataFolder, 'Pictures'), { recursive: true });
  await symlink(secret, path.join(app.dataFolder, 'Pictures', 'link'));
  const addresses = [
    'app://earmark/..%2f..%2fpackage.json',
    'app://earmark/..%5c..%5cpackage.json',
    'app://earmark/%2e%2e/%2e%2e/package.json',
    'app://earmark/%00',
    'app://other/index.html',
    'media://episode/..%2fsettings.json',
    'media://episode/%2e%2e%2fsettings.json',
    'media://stream/never-prepared',
    'media://stream/never-prepared?n=1',
    'media://other/a',
    'art://cache/link',
    'art://cache/..%2fsecret',
    `art://cache/${'0'.repeat(64)}`,
  ];
  const statuses = await mainOf(app).evaluate(
    ({ session }, urls) =>
      Promise.all(
        urls.map((url) =>
          session.defaultSession.fetch(url).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      ),
    addresses,
  );
  for (const [at, status] of statuses.entries()) expect([0, 400, 403, 404], addresses[at]).toContain(status);
});

test('a feed leads nobody to this computer unless it lives there', async ({ page }) => {
  const server = await startPodcastServer();
  const publicFeed = 'https://example.org/feed.xml';
  const { port } = new URL(server.origin);
  const hosts = ['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433'];
  for (const host of hosts) {
    const url = `http://${host}:${port}/private`;
    const requestId = 'a';
    expect(await ask(page, 'artwork:load', { url, feedUrl: publicFeed })).toMatchObject({
      error: { code: 'address-private' },
    });
    expect(await ask(page, 'chapters:load', { requestId, url, feedUrl: publicFeed })).toMatchObject({
      error: { code: 'address-private' },
    });
    const variants = [{ url, type: 'text/vtt' }];
    expect(
      await ask(page, 'transcript:load', { requestId, variants, feedLanguage: 'en', feedUrl: publicFeed }),
    ).toMatchObject({ value: { failed: [{ error: { code: 'address-private' } }] } });
  }
  expect(server.requests).toEqual([]);
  await server.stop();
});

test('secrets in addresses do not reach the log', async ({ app, page }) => {
  const server = await startPodcastServer();
  const origin = server.origin.replace('//', '//someone:hunter2@');
  server.raw(
    '/feed.xml',
    (_request, response) =>
      void response.writeHead(302, { location: 'ftp://example.org/x?token=hunter2' }).end(),
  );
  await addShow(page, `${origin}/feed.xml?auth=hunter2`);
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await ask(page, 'system:report-error', { message: `failed at ${origin}/feed/hunter2hunter2hunter2/x.xml` });
  const logs = path.join(app.dataFolder, 'Logs');
  await app.quit();
  const written = await Promise.all(
    (await readdir(logs)).map((name) => readFile(path.join(logs, name), 'utf8')),
  );
  expect(written.join('')).toContain('failed at');
  expect(written.join('') + app.log()).not.toContain('hunter2');
  await server.stop();
});

test('an episode of a hostile feed plays nothing from this computer', async ({ page }) => {
  const server = await startPodcastServer();
  server.text(
    '/feed.xml',
    makeFeed({
      title: 'Files',
      episodes: [{ title: 'A file of yours', guid: '1', audio: 'file:///etc/passwd' }],
    }),
  );
  await addShow(page, `${server.origin}/feed.xml`);
  await openEpisode(page, 'A file of yours');
  const episodeId = 'a-b';
  const args = { episodeId, url: 'file:///etc/passwd', type: 'audio/mpeg', feedUrl: server.origin };
  await ask(page, 'media:prepare', args);
  const status = await page.evaluate(
    (id) =>
      new Promise((resolve) => {
        const audio = new Audio(`media://stream/${id}?n=1`);
        audio.onerror = () => resolve('refused');
        audio.onloadedmetadata = () => resolve('played');
      }),
    episodeId,
  );
  expect(status).toBe('refused');
  await server.stop();
});
