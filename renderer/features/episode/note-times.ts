export interface NoteTime {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly ms: number;
}

const clockTime = /(?<![\d:.,])(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?![\d:])/g;

/** The times of the audio a text names, like 12:34 or 1:02:03. What lies past the end of the audio is the time of day. */
export function noteTimes(text: string, durationMs: number | null): NoteTime[] {
  return [...text.matchAll(clockTime)].flatMap((match) => {
    const [whole, hours, minutes, seconds] = match;
    if (hours !== undefined && Number(minutes) > 59) return [];
    const ms = ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    if (durationMs !== null && ms > durationMs) return [];
    return [{ start: match.index, end: match.index + whole.length, ms }];
  });
}
