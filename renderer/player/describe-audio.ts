import { usePlayback } from './playback-store.ts';
import type { PreparedAudio } from './prepare-audio.ts';

/** Says of what is loaded what was learned of its audio. */
export function describeAudio({ local, exact, durationMs, chapters }: PreparedAudio): void {
  const known = durationMs === undefined ? {} : { durationMs };
  usePlayback.setState({ local, exact, fileChapters: chapters, ...known });
}
