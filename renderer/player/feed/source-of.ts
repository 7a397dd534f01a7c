import type { AudioFeed } from '../audio-player.ts';
import type { PreparedAudio } from '../prepare-audio.ts';
import { SegmentFeed } from './segment-feed.ts';

/** What the media element is opened with: the address, or a feed where the file has pieces that no address can play through. */
export function sourceOf({ address, fed }: PreparedAudio): string | AudioFeed {
  return fed ? new SegmentFeed(fed) : address;
}
