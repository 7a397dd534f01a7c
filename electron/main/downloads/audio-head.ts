import { sniffAudio, sniffBytes } from '../../../core/audio/sniff-audio.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import type { AppFailure } from '../app-failure.ts';

/** A page in the place of audio is told at its first bytes, not after megabytes of it; however small they come. */
export class AudioHead {
  private readonly bytes = new Uint8Array(sniffBytes);
  private length = 0;

  /** `refuse` makes the failure for what is no audio. */
  constructor(private readonly refuse: (kind: AudioKind) => AppFailure) {}

  /** Takes what lies at the byte `at` of the file. Throws AppFailure once enough is here to tell that it is no audio. */
  add(chunk: Uint8Array, at: number): void {
    if (this.length === sniffBytes || at !== this.length) return;
    const part = chunk.subarray(0, sniffBytes - this.length);
    this.bytes.set(part, this.length);
    this.length += part.byteLength;
    if (this.length === sniffBytes) this.judge();
  }

  /** The same of what is here, however short. */
  judge(): void {
    const kind = sniffAudio(this.bytes.subarray(0, this.length));
    if (kind === 'html' || kind === 'text') throw this.refuse(kind);
  }
}
