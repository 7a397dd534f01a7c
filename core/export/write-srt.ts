import { captionsOf } from './captions.ts';
import { captionClock } from './clock-text.ts';
import type { ExportedText } from './exported-text.ts';
import { oneLine } from './one-line.ts';

/** SubRip: a numbered caption a sentence. A speaker's name stands before the first words after somebody else's. */
export function* writeSrt({ transcript }: ExportedText): Generator<string> {
  let number = 0;
  let last: string | undefined;
  for (const { startMs, endMs, text, speaker } of captionsOf(transcript)) {
    number += 1;
    const name = speaker === undefined || speaker === last ? '' : `${oneLine(speaker)}: `;
    last = speaker;
    const times = `${captionClock(startMs, ',')} --> ${captionClock(endMs, ',')}`;
    yield `${number === 1 ? '' : '\n'}${number}\n${times}\n${name}${text}\n`;
  }
}
