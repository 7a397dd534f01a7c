import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures/app.ts';
import { variant } from '../../core/dbus/wire-value.ts';
import { readProperty, writeProperty, type DesktopBus } from '../fixtures/desktop-bus.ts';
import { test } from '../fixtures/on-desktop.ts';
import { addSampleShow, openEpisode, player, position } from '../fixtures/screens.ts';

const title = 'Аэлита: объявление на стене';
const mediaPlayer = {
  destination: 'org.mpris.MediaPlayer2.earmark',
  path: '/org/mpris/MediaPlayer2',
  face: 'org.mpris.MediaPlayer2.Player',
};

async function playSample(page: Page): Promise<void> {
  await addSampleShow(page);
  await openEpisode(page, title);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
}

test.skip(process.platform !== 'linux', 'media panels of other systems are fed by Chromium');

test('the page tells what plays, with its picture', async ({ page }) => {
  await playSample(page);
  const told = () =>
    page.evaluate(() => {
      const { metadata, playbackState } = navigator.mediaSession;
      return [metadata?.title, metadata?.artwork[0]?.src.split(':')[0], playbackState];
    });
  await expect.poll(told).toEqual([title, 'blob', 'playing']);
});

test('the media panel shows title, show, length and picture', async ({ page, bus }) => {
  await playSample(page);
  const tell = (field: string) => bus.playerctl('metadata', field);
  await expect.poll(() => status(bus)).toBe('Playing');
  expect(tell('xesam:title')).toBe(title);
  expect(tell('xesam:album')).toMatch(/^Earmark Sample/);
  expect(tell('xesam:artist')).not.toBe('');
  expect(Number(tell('mpris:length')) / 1_000_000).toBeGreaterThan(10);
  await expect.poll(() => existsSync(fileURLToPath(tell('mpris:artUrl')))).toBe(true);
});

test('the media keys play, pause and jump, and the panel stands where the player does', async ({
  page,
  bus,
}) => {
  await playSample(page);
  bus.playerctl('pause');
  await expect(player(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect.poll(() => status(bus)).toBe('Paused');

  bus.playerctl('position', '8');
  await expect.poll(() => position(page)).toBe(8);
  await expect.poll(() => Number(bus.playerctl('position'))).toBeCloseTo(8, 1);
  bus.playerctl('position', '3-');
  await expect.poll(() => position(page)).toBe(5);
  bus.playerctl('previous');
  await expect.poll(() => position(page)).toBe(0);

  bus.playerctl('play');
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => Number(bus.playerctl('position'))).toBeGreaterThan(1);
  expect(Math.abs(Number(bus.playerctl('position')) - (await position(page)))).toBeLessThan(2);
  bus.playerctl('play-pause');
  await expect.poll(() => status(bus)).toBe('Paused');
});

test('speed and volume are told, and can be set', async ({ page, bus }) => {
  await playSample(page);
  await expect.poll(() => status(bus)).toBe('Playing');
  const panel = await bus.join('app.earmark.test', () => null);
  const rate = () => readProperty(panel, mediaPlayer, 'Rate');
  expect(await rate()).toBe(1);
  await writeProperty(panel, mediaPlayer, { name: 'Rate', value: variant('d', 1.5) });
  await expect.poll(rate).toBe(1.5);
  await expect(player(page).getByRole('button', { name: 'Speed' })).toHaveAccessibleDescription(/1\.5/);
  bus.playerctl('volume', '0.4');
  await expect.poll(() => bus.playerctl('volume')).toBe('0.400000');
  await expect(player(page).getByRole('slider', { name: 'Volume' })).toHaveAttribute('aria-valuenow', '40');
});

test('what was left is there for the play key of the next start, before anything sounded', async ({
  app,
  bus,
}) => {
  await playSample(app.page);
  bus.playerctl('pause');
  await expect.poll(() => status(bus)).toBe('Paused');
  const page = await app.restart();
  await expect.poll(() => status(bus)).toBe('Paused');
  expect(bus.playerctl('metadata', 'xesam:title')).toBe(title);
  bus.playerctl('play');
  await expect(player(page).getByRole('button', { name: 'Pause' })).toBeVisible();
});

function status(bus: DesktopBus): string {
  try {
    return bus.playerctl('status');
  } catch {
    return 'not there yet';
  }
}
