import { isOutputPulled } from '../../core/playback/output-pulled.ts';
import type { SoundOutput } from '../../core/playback/output-pulled.ts';
import { pause } from './playback-commands.ts';
import { usePlayback } from './playback-store.ts';

/** Chromium hears of Bluetooth outputs on Linux only when it looks (ms). */
const lookEveryMs = 2000;

let known: readonly SoundOutput[] = [];
let timer: ReturnType<typeof setInterval> | undefined;

/** Pauses when the headphones that play are pulled: what follows is not for the whole room. */
export function pauseWhenPulled(): void {
  navigator.mediaDevices.addEventListener('devicechange', () => void look());
  usePlayback.subscribe(({ state }, before) => {
    if ((state === 'playing') === (before.state === 'playing')) return;
    clearInterval(timer);
    known = [];
    if (state !== 'playing') return;
    void look();
    timer = setInterval(() => void look(), lookEveryMs);
  });
}

async function look(): Promise<void> {
  const outputs = await listOutputs();
  if (usePlayback.getState().state !== 'playing') return;
  const wasPulled = isOutputPulled(known, outputs);
  known = outputs;
  if (wasPulled) pause();
}

async function listOutputs(): Promise<SoundOutput[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'audiooutput');
}
