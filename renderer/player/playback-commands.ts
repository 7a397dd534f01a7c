/** Plays an episode from `atMs`, else from where it was left. */
export function play(_episodeId: string, _options: { readonly atMs?: number } = {}): Promise<void> {
  return Promise.resolve();
}
/** Loads an episode at its position without playing it. */
export function load(_episodeId: string): Promise<void> {
  return Promise.resolve();
}
export function pause(): void {}
/** Plays or pauses what is loaded; after a failure, tries again. */
export function toggle(): void {}
export function seekTo(_positionMs: number): void {}
export function seekBy(_deltaMs: number): void {}
/** 0.5 to 3.5; kept in the settings. */
export function setSpeed(_speed: number): void {}
/** 0 to 1; kept in the settings. */
export function setVolume(_volume: number): void {}
/** The next of the queue; without one, playback ends. */
export function playNext(): Promise<void> {
  return Promise.resolve();
}
export function setSleepTimer(_timer: number | 'end-of-episode' | null): void {}
