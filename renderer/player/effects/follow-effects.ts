import { effectsInForce } from '../../../core/playback/effects.ts';
import { levelGainDb } from '../../../core/playback/level-gain.ts';
import { onCommand } from '../../library/commands.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { audioPlayer } from '../audio-player.ts';
import { usePlayback } from '../playback-store.ts';
import { lookAhead } from '../turning-points.ts';
import type { EffectsState } from './effects-store.ts';
import { useEffects } from './effects-store.ts';
import { keepSavedTime, recallSavedTime } from './keep-saved-time.ts';
import { followAnalysis, learnIfNeeded } from './learn-sound.ts';
import { readEffects } from './read-effects.ts';
import { followEnds } from './skip-ends.ts';
import { followSilence } from './skip-silence.ts';
import { shapeSound, wakeSound } from './sound-graph.ts';

/** Keeps what is done to the sound in step with the settings and with what is known of the sound. Once, at the start. */
export async function followEffects(): Promise<void> {
  await Promise.all([recallSavedTime(), readAgain()]);
  followAnalysis();
  followSilence();
  followEnds();
  useEffects.subscribe(apply);
  usePlayback.subscribe((playback, before) => {
    if (playback.local !== before.local || playback.episodeId !== before.episodeId) learnIfNeeded();
    if (playback.state === before.state) return;
    wakeSound(playback.state === 'playing' || playback.state === 'loading');
    if (playback.state !== 'playing') void keepSavedTime();
  });
  useSettings.subscribe(({ playback }, before) => {
    if (playback !== before.playback) void readAgain();
  });
  onCommand((command) => {
    const { podcastId, episodeId } = usePlayback.getState();
    const isOurs =
      (command.kind === 'set-podcast-settings' && command.settings.podcastId === podcastId) ||
      (command.kind === 'set-episode-settings' && command.settings.episodeId === episodeId);
    if (isOurs) void readAgain();
  });
}

/** Without an episode those for all shows are in force, and can be changed. */
async function readAgain(): Promise<void> {
  const { podcastId, episodeId } = usePlayback.getState();
  if (podcastId === null || episodeId === null) {
    const all = useSettings.getState().playback;
    const inForce = effectsInForce({ all, show: {}, episodeDb: 0, medium: undefined });
    useEffects.setState({ inForce, show: {}, episodeDb: 0 });
    return;
  }
  const read = await readEffects(podcastId, episodeId);
  if (usePlayback.getState().episodeId === episodeId) useEffects.setState(read);
}

function apply(effects: EffectsState, before: EffectsState): void {
  const { inForce, analysis } = effects;
  // Only what the settings change: a speed being dragged is ahead of them.
  if (inForce.speed !== before.inForce.speed) changeSpeed(inForce.speed);
  if (inForce !== before.inForce || analysis.kind !== before.analysis.kind) {
    const loudness = analysis.kind === 'ready' ? analysis.sound.loudnessLufs : null;
    shapeSound({
      levelDb: inForce.levelling ? levelGainDb(loudness) : null,
      volumeDb: inForce.volumeDb,
    });
    learnIfNeeded();
    lookAhead();
  }
}

function changeSpeed(speed: number): void {
  audioPlayer().setSpeed(speed);
  usePlayback.setState({ speed });
}
