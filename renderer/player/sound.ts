import { run } from '../library/commands.ts';
import { getPodcastSettings } from '../library/podcast-settings.ts';
import { changeSettings, useSettings } from '../settings/settings-store.ts';
import { audioPlayer } from './audio-player.ts';
import { useEffects } from './effects/effects-store.ts';
import { setMuted } from './mute.ts';
import { usePlayback } from './playback-store.ts';

const slowest = 0.5;
const fastest = 3.5;
const speedSteps = 20;
/** A slider being dragged is kept once it rests (ms). */
const keepAfterMs = 500;

let keepingSpeed: ReturnType<typeof setTimeout> | undefined;
let keepingVolume: ReturnType<typeof setTimeout> | undefined;

/** 0.5 to 3.5 by 0.05; kept for the show that plays if it has a speed of its own, else for all. Music keeps its own. */
export function setSpeed(speed: number): void {
  if (useEffects.getState().inForce.isMusic) return;
  const within = Math.round(Math.max(slowest, Math.min(fastest, speed)) * speedSteps) / speedSteps;
  audioPlayer().setSpeed(within);
  usePlayback.setState({ speed: within });
  clearTimeout(keepingSpeed);
  const { podcastId } = usePlayback.getState();
  const ofShow = useEffects.getState().show.speed === undefined ? null : podcastId;
  keepingSpeed = setTimeout(() => void keepSpeed(within, ofShow), keepAfterMs);
}

async function keepSpeed(speed: number, podcastId: string | null): Promise<void> {
  if (podcastId === null) await changeSettings({ playback: { ...useSettings.getState().playback, speed } });
  else {
    const settings = { ...(await getPodcastSettings(podcastId)), speed };
    await run({ kind: 'set-podcast-settings', settings });
  }
}

/** 0 to 1; kept in the settings. Who turns it wants to hear it. */
export function setVolume(volume: number): void {
  const within = Math.max(0, Math.min(1, volume));
  audioPlayer().setVolume(within);
  setMuted(false);
  usePlayback.setState({ volume: within });
  clearTimeout(keepingVolume);
  keepingVolume = setTimeout(() => {
    void changeSettings({ playback: { ...useSettings.getState().playback, volume: within } });
  }, keepAfterMs);
}
