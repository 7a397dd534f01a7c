import { isOutputPulled } from '../../core/playback/output-pulled.ts';
import type { SoundOutput } from '../../core/playback/output-pulled.ts';
import { readSystemInfo } from '../settings/system.ts';
import { pause } from './playback-commands.ts';
import { usePlayback } from './playback-store.ts';

let known: readonly SoundOutput[] = [];

/**
 * Pauses when the headphones that play are pulled: what follows is not for the whole room. On Linux the main process hears of it
 * (`SinkWatch`): Chromium sees less there, and to ask for outputs starts its process for cameras.
 */
export async function pauseWhenPulled(): Promise<void> {
  const system = await readSystemInfo();
  if (system.ok && system.value.platform === 'linux') return;
  navigator.mediaDevices.addEventListener('devicechange', () => void look());
  usePlayback.subscribe(({ state }, before) => {
    if ((state === 'playing') === (before.state === 'playing')) return;
    known = [];
    if (state === 'playing') void look();
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
