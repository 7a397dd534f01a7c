import { escapeText } from '../feed/write-markup.ts';
import { captionsOf } from './captions.ts';
import type { Caption } from './captions.ts';
import { captionClock } from './clock-text.ts';
import type { ExportedText } from './exported-text.ts';
import { bylineOf } from './exported-text.ts';
import { oneLine } from './one-line.ts';

/**
 * WebVTT (W3C): a cue a sentence, its speaker as a voice, and inside it the time of each word that has one of its own;
 * estimated times are left to whoever reads the file.
 */
export function* writeVtt({ about, transcript }: ExportedText): Generator<string> {
  yield 'WEBVTT\n';
  if (transcript.language !== '') yield `Language: ${oneLine(transcript.language)}\n`;
  // An arrow would end the comment.
  const note = [about.title, bylineOf(about), about.link ?? ''].map((line) =>
    oneLine(line).replaceAll('-->', '→'),
  );
  yield `\nNOTE\n${note.filter((line) => line !== '').join('\n')}\n`;
  for (const caption of captionsOf(transcript)) {
    const { startMs, endMs, speaker } = caption;
    const voice = speaker === undefined ? '' : `<v ${escapeText(oneLine(speaker))}>`;
    yield `\n${captionClock(startMs, '.')} --> ${captionClock(endMs, '.')}\n${voice}${withStamps(caption)}\n`;
  }
}

function withStamps({ text, words, startMs, endMs }: Caption): string {
  let written = '';
  let at = 0;
  let lastMs = startMs;
  for (const word of words) {
    // Stamps must lie inside the cue, each behind the one before it.
    if (word.startMs === undefined || word.estimated === true) continue;
    if (word.startMs <= lastMs || word.startMs >= endMs) continue;
    written += `${escapeText(text.slice(at, word.start))}<${captionClock(word.startMs, '.')}>`;
    at = word.start;
    lastMs = word.startMs;
  }
  return written + escapeText(text.slice(at));
}
