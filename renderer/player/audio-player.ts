import type { AppError } from '../../core/app-error.ts';
import { appError } from '../../core/app-error.ts';
import { mediaElement } from './media-element.ts';

export type AudioEvent =
  | { readonly kind: 'playing' | 'waiting' | 'paused' | 'ended' | 'seeked' }
  /** A jump was asked for where none is possible. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'duration'; readonly durationMs: number }
  | { readonly kind: 'picture'; readonly hasPicture: boolean }
  | { readonly kind: 'failed'; readonly error: AppError };

/** `HTMLMediaElement.HAVE_NOTHING`. */
const haveNothing = 0;

type AudioListener = (event: AudioEvent) => void;

/** What gives an element its sound where an address alone does not; see `SegmentFeed`. */
export interface AudioFeed {
  readonly address: string;
  attach(element: HTMLMediaElement, onFailure: (error: AppError) => void): void;
  close(): void;
}

export interface AudioSource {
  readonly from: string | AudioFeed;
  /** Ms by which the element's time runs ahead of the sound: the delay of an encoder. */
  readonly delayMs: number;
}

/** The media element in our words. It lives outside React, and every listener is attached once, here. */
export class AudioPlayer {
  readonly #element: HTMLVideoElement;
  readonly #listeners = new Set<AudioListener>();
  /** Where to start once there is something to play. */
  #restMs = 0;
  #isOpen = false;
  #feed: AudioFeed | null = null;
  #delayMs = 0;
  #hasJumped = false;
  /** Where the present stretch of sound began (ms). */
  #beganMs = 0;

  constructor(element: HTMLVideoElement) {
    this.#element = element;
    element.preload = 'auto';
    element.addEventListener('playing', () => this.#begin('playing'));
    element.addEventListener('waiting', () => this.#tell({ kind: 'waiting' }));
    element.addEventListener('seeked', () => this.#begin('seeked'));
    element.addEventListener('ended', () => this.#tell({ kind: 'ended' }));
    element.addEventListener('durationchange', () => this.#tellDuration());
    element.addEventListener('resize', () => this.#tellPicture());
    element.addEventListener('error', () => this.#tellError());
    element.addEventListener('pause', () => {
      // The element also pauses on its way to `ended`, which speaks for itself.
      if (!element.ended) this.#tell({ kind: 'paused' });
    });
  }

  /** Hears everything from now on; the answer unsubscribes. */
  listen(listener: AudioListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Where all was heard from the start without a jump, the clock is right whatever table the file has. */
  get hasJumped(): boolean {
    return this.#hasJumped;
  }

  /** Ms from the start: what is heard now, or where playing will start. */
  get positionMs(): number {
    if (!this.#isOpen) return this.#restMs;
    return Math.max(0, this.#element.currentTime * 1000 - this.#delayMs);
  }

  /**
   * Ms from the start: what comes out of the loudspeaker, where that takes `delayMs` longer than the element knows. In a pause all
   * that it has counted.
   */
  heardMs(delayMs: number): number {
    const { positionMs } = this;
    const { paused, playbackRate } = this.#element;
    if (paused || delayMs === 0) return positionMs;
    return Math.max(Math.min(this.#beganMs, positionMs), positionMs - delayMs * playbackRate);
  }

  /** Takes an address, or what feeds one, and stands at the position; nothing is heard yet. */
  open({ from, delayMs }: AudioSource): void {
    this.#isOpen = true;
    this.#hasJumped = this.#restMs > 0;
    this.#feed?.close();
    this.#feed = typeof from === 'string' ? null : from;
    this.#delayMs = delayMs;
    this.#feed?.attach(this.#element, (error) => this.#tell({ kind: 'failed', error }));
    this.#element.src = typeof from === 'string' ? from : from.address;
    this.#element.currentTime = (this.#restMs + delayMs) / 1000;
  }

  /** Another source for what is open, at the position; what was heard goes on being heard. */
  reopen(source: AudioSource, positionMs: number): void {
    const wasPaused = this.#element.paused;
    this.#restMs = Math.max(0, positionMs);
    this.open(source);
    if (!wasPaused) this.play();
  }

  /** Lets go of the address and keeps the position, so that `open` goes on from there. */
  release(): void {
    this.rest(this.positionMs);
  }

  /** Nothing is open; playing will start at `positionMs`. */
  rest(positionMs: number): void {
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    this.#restMs = Math.max(0, positionMs);
    if (!wasOpen) return;
    this.#element.pause();
    this.#feed?.close();
    this.#feed = null;
    this.#element.removeAttribute('src');
    this.#element.load();
  }

  /** What goes wrong is told as an event. Being interrupted by a pause or another address is not wrong. */
  play(): void {
    this.#element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') {
        this.#tell({ kind: 'failed', error: appError('unexpected', error.message) });
      }
    });
  }

  pause(): void {
    this.#element.pause();
  }

  /** As if the last word had been heard. */
  end(): void {
    this.#tell({ kind: 'ended' });
  }

  seek(positionMs: number): void {
    if (!this.#isOpen) {
      this.#restMs = Math.max(0, positionMs);
      this.#tell({ kind: 'seeked' });
      return;
    }
    if (!this.#canJump()) {
      this.#tell({ kind: 'unreachable' });
      return;
    }
    this.#hasJumped = true;
    this.#element.currentTime = (Math.max(0, positionMs) + this.#delayMs) / 1000;
  }

  /** In a stream without an end the element finds no place. Before it knows anything it takes note of a wish. */
  #canJump(): boolean {
    const { readyState, duration } = this.#element;
    return readyState === haveNothing || Number.isFinite(duration);
  }

  /** The default rate too: the element falls back to it with each new address. */
  setSpeed(speed: number): void {
    this.#element.defaultPlaybackRate = speed;
    this.#element.playbackRate = speed;
  }

  setMuted(muted: boolean): void {
    this.#element.muted = muted;
  }

  /** 0 to 1. */
  setVolume(volume: number): void {
    this.#element.volume = Math.max(0, Math.min(1, volume));
  }

  #begin(kind: 'playing' | 'seeked'): void {
    this.#beganMs = this.positionMs;
    this.#tell({ kind });
  }

  #tell(event: AudioEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** NaN before the length is known, Infinity for a stream without one: neither is a length. */
  #tellDuration(): void {
    const durationMs = this.#element.duration * 1000;
    if (Number.isFinite(durationMs)) this.#tell({ kind: 'duration', durationMs });
  }

  /** Sound alone is 0 wide. */
  #tellPicture(): void {
    this.#tell({ kind: 'picture', hasPicture: this.#element.videoWidth > 0 });
  }

  #tellError(): void {
    const { error } = this.#element;
    if (!this.#isOpen || error === null) return;
    const code = error.code === MediaError.MEDIA_ERR_NETWORK ? 'network-broken' : 'audio-unplayable';
    this.#tell({ kind: 'failed', error: appError(code, error.message) });
  }
}

let player: AudioPlayer | null = null;

/** The one media element of the window. */
export function audioPlayer(): AudioPlayer {
  player ??= new AudioPlayer(mediaElement());
  return player;
}
