import type { AudioKind } from '../../../core/audio/sniff-audio.ts';

/** What is known of a recording before it is played. */
export interface StreamFacts {
  readonly kind: AudioKind;
  /** Bytes of the whole; undefined where the server does not say. */
  readonly total: number | undefined;
  /** Whether any byte may be asked for at any time. Otherwise the recording is told to be a stream that knows no end. */
  readonly canJump: boolean;
}

/** Reads one recording for one answer. */
export interface ByteReader {
  /** Some bytes from `at` on, as soon as there are any; null behind the last one. Rejects with AppFailure. */
  read(at: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** One recording, the same bytes for as long as it lives. */
export interface ByteSource {
  /** Resolves when enough has come to begin with. Rejects with AppFailure. */
  facts(): Promise<StreamFacts>;
  /** `signal` ends what the reader waits for. */
  reader(signal: AbortSignal): ByteReader;
}
