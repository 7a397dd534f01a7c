import { expect, it } from 'vitest';
import type { NowPlaying } from './now-playing.ts';
import { playingMenu, trayMenu } from './playing-menu.ts';

const playing = { title: 'Salt & pepper', state: 'playing', hasNext: true } as NowPlaying;
const actions = (menu: ReturnType<typeof trayMenu>) =>
  menu.flatMap((entry) => (entry.kind === 'action' ? [entry.action] : []));

it('offers what can be done now', () => {
  expect(actions(trayMenu(playing, true))).toEqual(['pause', 'back', 'forward', 'next', 'hide', 'quit']);
  const paused = trayMenu({ ...playing, state: 'paused' }, false);
  expect(actions(paused)).toEqual(['play', 'back', 'forward', 'next', 'show', 'quit']);
});

it('names what plays, without keys in its title and no wider than a menu', () => {
  expect(playingMenu(playing)[0]).toEqual({ kind: 'title', text: 'Salt && pepper' });
  const [long] = playingMenu({ ...playing, title: '😀'.repeat(80) });
  expect(long).toEqual({ kind: 'title', text: `${'😀'.repeat(59)}…` });
});

it('offers the next one only where something follows', () => {
  const disabled = playingMenu({ ...playing, hasNext: false }).flatMap((entry) =>
    entry.kind === 'action' && !entry.enabled ? [entry.action] : [],
  );
  expect(disabled).toEqual(['next']);
});

it('lets nothing be played when nothing is loaded, and always leads to the window and out', () => {
  const enabled = trayMenu(null, false).flatMap((entry) =>
    entry.kind === 'action' && entry.enabled ? [entry.action] : [],
  );
  expect(enabled).toEqual(['show', 'quit']);
});
