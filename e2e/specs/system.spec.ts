import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures/app.ts';
import { startNotificationServer, startTrayHost } from '../fixtures/desktop-programs.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { launchCommand } from '../fixtures/launch-command.ts';
import { makeFeed } from '../fixtures/make-feed.ts';
import { test } from '../fixtures/on-desktop.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';
import { addSampleShow, addShow, openEpisode, player } from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';

test.skip(process.platform !== 'linux', 'the desktop of these tests is one of Linux');

const isVisible = (app: EarmarkApp) =>
  app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
const closeWindow = (app: EarmarkApp) =>
  app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
/** Electron numbers what keeps the computer awake from 0. */
const isKeptAwake = (app: EarmarkApp) =>
  app.electron?.evaluate(({ powerSaveBlocker }) =>
    Array.from({ length: 20 }, (_, id) => powerSaveBlocker.isStarted(id)).includes(true),
  );

async function livesOn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Keep running when the window is closed' }).click();
}

async function playSample(page: Page): Promise<void> {
  await addSampleShow(page);
  await openEpisode(page, title);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
}

test('a closed window lives on in the tray, plays on, and comes back', async ({ app, bus, page }) => {
  test.slow();
  const tray = await startTrayHost(bus);
  const desktop = await startNotificationServer(bus);
  await playSample(page);
  await livesOn(page);
  await expect.poll(() => tray.icons.length).toBe(1);
  const [icon = ''] = tray.icons;
  const words = [title, 'Pause', 'Back', 'Forward', 'Next Episode', 'Hide Earmark', 'Quit'];
  await expect.poll(() => tray.menuOf(icon)).toEqual(words);

  await closeWindow(app);
  await expect.poll(() => isVisible(app)).toBe(false);
  await expect.poll(() => desktop.shown.map((one) => one.title)).toEqual(['Earmark goes on in the tray']);
  const heard = () => Number(bus.playerctl('position'));
  const at = heard();
  await expect.poll(heard).toBeGreaterThan(at + 1);
  await expect.poll(() => bus.playerctl('status')).toBe('Playing');
  await tray.choose(icon, 'Pause');
  await expect.poll(() => bus.playerctl('status')).toBe('Paused');
  await expect.poll(() => tray.menuOf(icon)).toContain('Play');

  await tray.choose(icon, 'Show Earmark');
  await expect.poll(() => isVisible(app)).toBe(true);
  await closeWindow(app);
  await expect.poll(() => isVisible(app)).toBe(false);
  const { executable, args } = launchCommand(app.form);
  const second = spawn(executable, [...args, `--user-data-dir=${app.dataFolder}`]);
  await once(second, 'exit');
  await expect.poll(() => isVisible(app)).toBe(true);
  expect(desktop.shown).toHaveLength(1);

  const gone = once(app.electron!.process(), 'exit');
  await tray.choose(icon, 'Quit');
  await gone;
});

test('without a tray closing quits, and the setting says so', async ({ app, page }) => {
  await livesOn(page);
  await expect(page.getByText('This desktop shows no tray')).toBeVisible();
  const gone = once(app.electron!.process(), 'exit');
  await closeWindow(app)?.catch(() => undefined);
  await gone;
});

test('the computer stays awake while something plays', async ({ app, page }) => {
  expect(await isKeptAwake(app)).toBe(false);
  await playSample(page);
  await expect.poll(() => isKeptAwake(app)).toBe(true);
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => isKeptAwake(app)).toBe(false);
});

test('a show that may, announces its new episodes, and a click opens them', async ({ app, bus, page }) => {
  const desktop = await startNotificationServer(bus);
  const server = await startPodcastServer();
  const old = { title: 'Old one', guid: 'old', daysAgo: 5 };
  const fresh = { title: 'A <b>fresh</b> one', guid: 'fresh', daysAgo: 1 };
  const publish = (...episodes: (typeof old)[]) =>
    server.text('/feed.xml', makeFeed({ title: 'Loud show', episodes }));
  publish(old);
  await addShow(page, `${server.origin}/feed.xml`);
  await expect(page.getByRole('heading', { level: 1, name: 'Loud show' })).toBeVisible();

  const refresh = async () => {
    await page.keyboard.press('Control+r');
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /refreshed|обновл/i })
        .first(),
    ).toBeVisible();
  };
  publish({ title: 'Silent one', guid: 'silent', daysAgo: 3 }, old);
  await refresh();
  await expect(page.getByRole('link', { name: 'Silent one' }).first()).toBeVisible();
  expect(desktop.shown).toEqual([]);

  await page.getByRole('button', { name: 'Show settings', exact: true }).click();
  await page.getByRole('switch', { name: 'Announce new episodes' }).click();
  await page.keyboard.press('Escape');
  publish(fresh, { title: 'From the archive', guid: 'archive', daysAgo: 900 }, old);
  await refresh();
  await expect.poll(() => desktop.shown).toHaveLength(1);
  expect(desktop.shown[0]?.title).toBe('Loud show');
  await page.getByRole('link', { name: 'Queue' }).click();
  desktop.click(desktop.shown[0]!);
  await expect(page.getByRole('heading', { level: 1, name: /fresh/ })).toBeVisible();
  expect(await isVisible(app)).toBe(true);
  await server.stop();
});
