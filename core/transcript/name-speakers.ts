import { findSpeakers } from './find-speakers.ts';
import { readSpeakerPrefix } from './speaker-prefix.ts';
import type { Cue } from './transcript.ts';

/**
 * Takes `Name: ` off the lines of cues and makes it their speaker, where a format has no other way to say who speaks. A
 * name holds until the next one. A cue in which several speak becomes one for each, its time shared out by length.
 * `persons`: names the feed gives.
 */
export function nameSpeakers(cues: readonly Cue[], persons: readonly string[] = []): readonly Cue[] {
  const openings = cues.flatMap(({ text }) =>
    mayOpen(text) ? text.split('\n').filter(mayOpen).map(readSpeakerPrefix) : [],
  );
  const rest = cues.length - openings.length;
  const speakers = findSpeakers(rest > 0 ? [...openings, ...Array<undefined>(rest)] : openings, persons);
  if (speakers.size === 0) return cues;
  let speaker: string | undefined;
  return cues.flatMap((cue) =>
    partsOf(cue, speakers).map((part) => {
      speaker = part.speaker ?? speaker;
      return speaker ? { ...part, speaker } : part;
    }),
  );
}

/** Most lines have no colon and need no closer look. */
function mayOpen(line: string): boolean {
  return line.includes(':') || /^[ВОQA]\./m.test(line);
}

/** Where a line that begins with a name starts, and where what is said does. */
interface NamedLine {
  readonly at: number;
  readonly said: number;
  readonly speaker?: string;
}

function partsOf(cue: Cue, speakers: ReadonlySet<string>): readonly Cue[] {
  if (!mayOpen(cue.text)) return [cue];
  const lines: NamedLine[] = [];
  let at = 0;
  for (const line of cue.text.split('\n')) {
    const prefix = mayOpen(line) ? readSpeakerPrefix(line) : undefined;
    if (prefix && speakers.has(prefix.key))
      lines.push({ at, said: at + prefix.length, speaker: prefix.speaker });
    at += line.length + 1;
  }
  const [first] = lines;
  if (!first) return [cue];
  if (first.at > 0) lines.unshift({ at: 0, said: 0 });
  return lines.map((line, index) => partOf(cue, line, lines[index + 1]?.at));
}

/** What is said from a named line to the next one. */
function partOf(cue: Cue, { at, said, speaker }: NamedLine, next: number | undefined): Cue {
  const text = cue.text.slice(said, next).trimEnd();
  const timeAt = (offset: number): number =>
    Math.round(cue.startMs + ((cue.endMs - cue.startMs) * offset) / cue.text.length);
  const words = cue.words
    ?.filter(({ start, end }) => end > said && start < said + text.length)
    .map((word) => ({
      ...word,
      start: Math.max(0, word.start - said),
      end: Math.min(word.end - said, text.length),
    }));
  return {
    ...cue,
    text,
    startMs: at === 0 ? cue.startMs : (words?.[0]?.startMs ?? timeAt(at)),
    endMs: next === undefined ? cue.endMs : timeAt(next),
    ...(speaker ? { speaker } : {}),
    ...(words ? { words } : {}),
  };
}
