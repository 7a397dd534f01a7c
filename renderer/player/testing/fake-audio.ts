/** The parts of a media element the player uses. Commands take effect at once; the network and the decoder are left to the test. */
export class FakeAudio extends EventTarget {
  src = '';
  currentTime = 0;
  readyState = 0;
  duration = Number.NaN;
  paused = true;
  ended = false;
  preload = '';
  volume = 1;
  muted = false;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  videoWidth = 0;
  error: { code: number; message: string } | null = null;

  play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event('playing'));
    return Promise.resolve();
  }
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  load(): void {
    this.currentTime = 0;
  }
  removeAttribute(): void {
    this.src = '';
  }
  end(): void {
    Object.assign(this, { ended: true, paused: true });
    this.dispatchEvent(new Event('pause'));
    this.dispatchEvent(new Event('ended'));
    this.ended = false;
  }
  learnDuration(seconds: number): void {
    this.duration = seconds;
    this.dispatchEvent(new Event('durationchange'));
  }
  fail(code: number): void {
    this.error = { code, message: 'no' };
    this.dispatchEvent(new Event('error'));
  }
}
