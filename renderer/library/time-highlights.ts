import { searchedText } from '../../core/highlights/searched-text.ts';
import { timesInText } from '../../core/highlights/times-in-text.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { library } from './database.ts';

/** Gives highlights that were made before any text said when their words are heard the times of a text that does. */
export async function timeHighlights(episodeId: string, transcript: Transcript): Promise<void> {
  if (transcript.timing === 'none') return;
  const untimed = await library.highlights
    .where('episodeId')
    .equals(episodeId)
    .filter(({ startMs }) => startMs === undefined)
    .toArray();
  if (untimed.length === 0) return;
  const searched = searchedText(transcript);
  for (const highlight of untimed) {
    const times = timesInText(searched, highlight);
    if (times !== null) await library.highlights.update(highlight.id, times);
  }
}
