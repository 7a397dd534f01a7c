import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseChapters } from '../chapters/parse-chapters.ts';
import { parseTranscript } from './parse-transcript.ts';
import { parseVtt } from './parse-vtt.ts';
import { readVttBlocks } from './vtt-blocks.ts';

const corpora = process.env.EARMARK_CORPORA ?? join(import.meta.dirname, '../../../shared/corpora');
const isThere = existsSync(join(corpora, 'vtt.js'));

/** Where an expected result follows an older draft than the specification we hold to. */
const exceptions: Readonly<Record<string, string>> = {
  'cue-times/min-top-digits.vtt':
    'three digits before the first colon are hours and want minutes and seconds after them (specification, "collect a WebVTT timestamp"); read leniently, the cue is kept',
  'integration/id.vtt':
    'a line that is only "-->" ends its block, so the timings below it start a cue of their own (specification, "collect a WebVTT block")',
};

interface ExpectedCue {
  readonly id: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

function filesIn(folder: string, ending: string): string[] {
  if (!isThere) return [];
  return readdirSync(join(corpora, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort();
}

function read(...path: string[]): Buffer {
  return readFileSync(join(corpora, ...path));
}

function parse(...path: string[]) {
  const result = parseTranscript(read(...path), { kind: 'publisher' });
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

describe.runIf(isThere)('vtt.js (needs EARMARK_CORPORA)', () => {
  const compared = filesIn('vtt.js', '.vtt').filter((path) =>
    existsSync(join(corpora, 'vtt.js', path.replace(/vtt$/, 'json'))),
  );

  it('has expected results', () => expect(compared.length).toBeGreaterThan(60));

  it.each(compared)('%s', (path) => {
    const expected = JSON.parse(read('vtt.js', path.replace(/vtt$/, 'json')).toString()) as {
      cues: ExpectedCue[];
    };
    const { cues } = readVttBlocks(read('vtt.js', path).toString(), { lenient: false });
    const ours = cues.map((cue) => ({
      id: cue.id,
      startTime: cue.startMs / 1000,
      endTime: cue.endMs / 1000,
      text: cue.payload,
    }));
    const theirs = expected.cues.map(({ id, startTime, endTime, text }) => ({
      id,
      startTime,
      endTime,
      text,
    }));
    if (exceptions[path]) expect(ours, exceptions[path]).not.toEqual(theirs);
    else expect(ours).toEqual(theirs);
  });

  it.each(filesIn('vtt.js', '.vtt'))('%s leaves no tags in the text', (path) => {
    for (const cue of parseVtt(read('vtt.js', path).toString()).cues)
      expect(cue.text).not.toMatch(/<\/?[a-z]/);
  });
});

describe.runIf(isThere)('podcast namespace (needs EARMARK_CORPORA)', () => {
  it.each(['vtt', 'srt', 'json', 'html'])('reads the %s transcript with its speakers and times', (format) => {
    const transcript = parse('podcast-namespace', 'transcripts', `example.${format}`);
    expect(transcript.source.format).toBe(format);
    expect(transcript.warnings).toEqual([]);
    expect(transcript.timing).toBe(format === 'json' ? 'word' : 'cue');
    expect(
      transcript.paragraphs.every((paragraph) => paragraph.speaker && paragraph.startMs !== undefined),
    ).toBe(true);
  });

  it.each(filesIn('podcast-namespace/chapters', '.json'))('reads every chapter of %s', (path) => {
    const json = read('podcast-namespace', 'chapters', path).toString();
    const expected = JSON.parse(json) as { chapters: unknown[] };
    const result = parseChapters(json);
    expect(result.ok && result.value.chapters.length).toBe(expected.chapters.length);
    expect(result.ok && result.value.warnings).toEqual([]);
  });
});
