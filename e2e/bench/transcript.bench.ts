import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { buildCueIndex, cueAt } from '../../core/transcript/cue-at.ts';
import { findInTranscript } from '../../core/transcript/find.ts';
import { parseTranscript } from '../../core/transcript/parse-transcript.ts';
import { parseVtt } from '../../core/transcript/parse-vtt.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

/** Transcripts of the longest and the densest episode there are, timed: medians of five, one warm-up before. */
const repetitions = 5;
const reportFile = 'bench-output/transcript.json';

interface Row {
  readonly name: string;
  readonly medianMs: number;
  readonly limitMs: number;
}

const words = (
  'The harbour lights went on one after another and nobody on the quay said a word until the pilot came back . ' +
  'Когда зажглись огни гавани , на причале замолчали все , и только лоцман , как всегда , говорил громко .'
).split(' ');

function clock(ms: number): string {
  const pad = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${pad((ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`;
}

/** A day of speech, a cue every 2.5 s: 34,560 cues. */
function dayOfCues(): Uint8Array {
  const lines = ['WEBVTT', ''];
  for (let cue = 0; cue < 34_560; cue += 1) {
    const said = Array.from({ length: 8 }, (_, at) => words[(cue * 8 + at) % words.length] ?? '').join(' ');
    lines.push(String(cue + 1), `${clock(cue * 2500)} --> ${clock(cue * 2500 + 2500)}`, said, '');
  }
  return new TextEncoder().encode(lines.join('\n'));
}

const secondsOfDay = 86_400;
const saidAt = (cue: number, count = 8): string =>
  Array.from({ length: count }, (_, at) => words[(cue * count + at) % words.length] ?? '').join(' ');
const pieces = <T>(seconds: number, make: (at: number, startMs: number) => T): T[] =>
  Array.from({ length: Math.floor(secondsOfDay / seconds) }, (_, at) => make(at, at * seconds * 1000));

/** A day of speech in every format, as files have it. */
const days: Readonly<Record<string, () => string>> = {
  'SRT, names before the words': () =>
    pieces(2.5, (at, ms) =>
      [
        at + 1,
        `${clock(ms)} --> ${clock(ms + 2500)}`,
        `${at % 7 === 0 ? 'Анна: ' : ''}${saidAt(at)}`,
        '',
      ].join('\n'),
    ).join('\n'),
  'WebVTT, two lines rolling, a time stamp a word': () =>
    `WEBVTT\n\n${pieces(2.5, (at, ms) => {
      const timed = saidAt(at, 6)
        .split(' ')
        .map((word, place) => `<${clock(ms + place * 300)}><c> ${word}</c>`);
      const rolls = `${clock(ms)} --> ${clock(ms + 2490)}\n${at === 0 ? ' ' : saidAt(at - 1, 6)}\n${timed.join('')}`;
      return `${rolls}\n\n${clock(ms + 2490)} --> ${clock(ms + 2500)}\n${saidAt(at, 6)}\n `;
    }).join('\n\n')}`,
  'JSON of the podcast namespace, a segment a word': () =>
    JSON.stringify({
      version: '1.0.0',
      segments: pieces(0.4, (at, ms) => ({
        speaker: at % 100 < 50 ? 'Анна' : 'Bob',
        startTime: ms / 1000,
        endTime: ms / 1000 + 0.3,
        body: words[at % words.length] ?? '',
      })),
    }),
  'JSON of a recogniser, words in segments': () =>
    JSON.stringify({
      segments: pieces(2.5, (at, ms) => ({
        start: ms / 1000,
        end: ms / 1000 + 2.5,
        text: ` ${saidAt(at)}`,
        words: saidAt(at)
          .split(' ')
          .map((word, place) => ({
            word: ` ${word}`,
            start: ms / 1000 + place * 0.3,
            end: ms / 1000 + place * 0.3 + 0.2,
          })),
      })),
    }),
  HTML: () =>
    pieces(10, (at, ms) => `<cite>Анна:</cite><time>${clock(ms)}</time><p>${saidAt(at, 30)}</p>`).join('\n'),
  'plain text, stamps and names': () =>
    pieces(10, (at, ms) => `[${clock(ms).slice(0, 8)}] ${at % 2 ? 'Анна' : 'Борис'}: ${saidAt(at, 30)}`).join(
      '\n\n',
    ),
};

/** Three hours in which every word is a cue: 30,000 of them. */
function threeHoursOfWords(): Uint8Array {
  const lines = ['WEBVTT', ''];
  for (let cue = 0; cue < 30_000; cue += 1)
    lines.push(`${clock(cue * 360)} --> ${clock(cue * 360 + 320)}`, words[cue % words.length] ?? '', '');
  return new TextEncoder().encode(lines.join('\n'));
}

function read(bytes: Uint8Array): Transcript {
  const result = parseTranscript(bytes, { kind: 'publisher' });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function median(limitMs: number, name: string, work: () => unknown): Row {
  const times: number[] = [];
  work();
  for (let run = 0; run < repetitions; run += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { name, medianMs: Number((times[Math.floor(repetitions / 2)] ?? 0).toFixed(3)), limitMs };
}

function measure(): Row[] {
  const day = dayOfCues();
  const dense = threeHoursOfWords();
  const dayText = new TextDecoder().decode(day);
  const denseText = new TextDecoder().decode(dense);
  const transcript = read(day);
  const index = buildCueIndex(transcript);
  const thousandLookups = (): void => {
    for (let at = 0; at < 1000; at += 1) cueAt(index, (at * 86_399_000) / 1000);
  };
  return [
    median(1000, '24 h WebVTT, 34,560 cues: to cues', () => parseVtt(dayText)),
    median(1000, '24 h WebVTT, 34,560 cues: to sentences and words', () => read(day)),
    ...Object.entries(days).map(([format, make]) => {
      const file = new TextEncoder().encode(make());
      return median(1000, `24 h ${format}`, () => read(file));
    }),
    median(80, '3 h WebVTT, 30,000 word cues: to cues', () => parseVtt(denseText)),
    median(160, '3 h WebVTT, 30,000 word cues: to sentences and words', () => read(dense)),
    median(100, 'find in 24 h, every hit', () => [...findInTranscript(transcript, 'лоцман, как')]),
    median(100, 'find in 24 h, no hit', () => [...findInTranscript(transcript, 'nowhere to be found')]),
    median(200, 'index of 24 h for the current word', () => buildCueIndex(transcript)),
    median(1, 'current word in 24 h, 1,000 times', thousandLookups),
  ];
}

function report(rows: readonly Row[]): void {
  console.table(rows);
  mkdirSync('bench-output', { recursive: true });
  let earlier: unknown[] = [];
  try {
    earlier = JSON.parse(readFileSync(reportFile, 'utf8')) as unknown[];
  } catch {
    // The first run starts the file.
  }
  const run = { at: new Date().toISOString(), node: process.version, rows };
  writeFileSync(reportFile, `${JSON.stringify([...earlier, run], null, 2)}\n`);
  if (rows.some((row) => row.medianMs > row.limitMs)) process.exitCode = 1;
}

report(measure());
