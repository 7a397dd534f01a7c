import type { Pcm } from '../../../core/audio/analyse-sound.ts';

/** Short pieces one after another as few long ones: a new one only where the rate or the number of channels changes. */
export function joinSound(pieces: readonly Pcm[]): Pcm[] {
  const joined: Pcm[] = [];
  let open: Pcm[] = [];
  for (const piece of pieces) {
    const [first] = open;
    if (first && !isLike(first, piece)) {
      joined.push(joinAlike(open));
      open = [];
    }
    open.push(piece);
  }
  return open.length > 0 ? [...joined, joinAlike(open)] : joined;
}

function isLike(one: Pcm, other: Pcm): boolean {
  return one.sampleRate === other.sampleRate && one.channels.length === other.channels.length;
}

function joinAlike(pieces: readonly Pcm[]): Pcm {
  const length = pieces.reduce((sum, { channels }) => sum + (channels[0]?.length ?? 0), 0);
  const sampleRate = pieces[0]?.sampleRate ?? 1;
  const channels = (pieces[0]?.channels ?? []).map(() => new Float32Array(length));
  let from = 0;
  for (const piece of pieces) {
    piece.channels.forEach((samples, channel) => channels[channel]?.set(samples, from));
    from += piece.channels[0]?.length ?? 0;
  }
  return { channels, sampleRate };
}
