import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepWindow } from './keep-window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeWindow() {
  const reload = vi.fn();
  const webContents = Object.assign(new EventEmitter(), { reload });
  const window = Object.assign(new EventEmitter(), { webContents });
  const crash = () => void webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  return { window: window as unknown as BrowserWindow, reload, crash };
}

function keep() {
  const { window, reload, crash } = makeWindow();
  const giveUp = vi.fn();
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  keepWindow({ create: () => window, giveUp, log }).show();
  return { crash, reload, giveUp };
}

describe('a window whose process dies', () => {
  it('is brought back three times in a minute, then given up', () => {
    const { crash, reload, giveUp } = keep();
    for (let time = 0; time < 3; time += 1) crash();
    expect(reload).toHaveBeenCalledTimes(3);
    expect(giveUp).not.toHaveBeenCalled();
    crash();
    expect(reload).toHaveBeenCalledTimes(3);
    expect(giveUp).toHaveBeenCalledOnce();
  });

  it('is brought back however often when it lives longer in between', () => {
    const { crash, reload, giveUp } = keep();
    for (let time = 0; time < 8; time += 1) {
      crash();
      vi.advanceTimersByTime(30_000);
    }
    expect(reload).toHaveBeenCalledTimes(8);
    expect(giveUp).not.toHaveBeenCalled();
  });
});

describe('whoever follows the window', () => {
  it('is given the one there is, and each that is opened later', () => {
    const [first, second] = [makeWindow().window, makeWindow().window];
    const windows = [first, second];
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const keeper = keepWindow({ create: () => windows.shift()!, giveUp: vi.fn(), log });
    const seen: BrowserWindow[] = [];
    keeper.show();
    keeper.onEach((window) => seen.push(window));
    expect(seen).toEqual([first]);
    first.emit('closed');
    keeper.show();
    expect(seen).toEqual([first, second]);
  });
});
