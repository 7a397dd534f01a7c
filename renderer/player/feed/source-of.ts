import type { AudioSource } from '../audio-player.ts';
import type { PreparedAudio } from '../prepare-audio.ts';
import { SegmentFeed } from './segment-feed.ts';

/** What the media element is opened with: the address, or a feed where the file has pieces that no address can play through. */
export function sourceOf({ address, fed, delayMs = 0 }: PreparedAudio): AudioSource {
  return { from: fed ? new SegmentFeed(fed) : address, delayMs };
}
