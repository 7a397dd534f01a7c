import { parseClockTime } from './clock-time.ts';

/** A cue as the file has it: times in ms, payload with its tags. */
export interface VttBlockCue {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly payload: string;
}

export interface VttBlocks {
  /** `false`: the WEBVTT signature is missing and, by the specification, nothing may be read. */
  readonly hasSignature: boolean;
  readonly language: string;
  readonly cues: readonly VttBlockCue[];
  /** Lines with an arrow whose times cannot be read; their cues are lost. */
  readonly brokenTimings: number;
  /** Cues kept only because times were read more leniently than the specification allows. */
  readonly mendedTimings: number;
}

const time = String.raw`(?:(\d{1,5}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const exactTimings = new RegExp(String.raw`^[ \t\f]*${time}[ \t\f]*-->[ \t\f]*${time}(?!\d)`);
const anyTime = String.raw`(?:\d+:)?\d+:\d+(?:[.,]\d+)?`;
const lenientTimings = new RegExp(String.raw`^\s*(${anyTime})\s*-->\s*(${anyTime})`);
const headerLanguage = /^Language:[ \t]*([A-Za-z0-9-]+)[ \t]*$/;

/**
 * Splits a WebVTT file into cues: "WebVTT file parsing" and "collect a WebVTT block" of the WebVTT specification, step by
 * step. STYLE and REGION blocks and cue settings say how captions lie on a picture and are passed over. `lenient` also
 * reads times the specification refuses (comma, missing fraction, single digits).
 */
export function readVttBlocks(text: string, options: { readonly lenient: boolean }): VttBlocks {
  return new BlockReader(text, options.lenient).read();
}

class BlockReader {
  private readonly lines: readonly string[];
  private at = 0;
  private readonly cues: VttBlockCue[] = [];
  private brokenTimings = 0;
  private mendedTimings = 0;
  private language = '';

  constructor(
    text: string,
    private readonly lenient: boolean,
  ) {
    this.lines = normalised(text).split('\n');
  }

  read(): VttBlocks {
    const hasSignature = /^WEBVTT(?:[ \t]|$)/.test(this.lines[0] ?? '');
    if (hasSignature) {
      this.at = 1;
      this.skipHeader();
      while (this.at < this.lines.length) {
        if (this.lines[this.at] === '') this.at += 1;
        else this.collectBlock();
      }
    }
    const { language, cues, brokenTimings, mendedTimings } = this;
    return { hasSignature, language, cues, brokenTimings, mendedTimings };
  }

  private skipHeader(): void {
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at] ?? '';
      if (line === '' || line.includes('-->')) return;
      this.language = headerLanguage.exec(line)?.[1] ?? this.language;
    }
  }

  /** An arrow opens a cue on the first line, or on the second after an identifier; any later arrow starts the next block. */
  private collectBlock(): void {
    const first = this.lines[this.at] ?? '';
    const second = this.lines[this.at + 1] ?? '';
    if (first.includes('-->')) this.collectCue('', this.at);
    else if (second.includes('-->')) this.collectCue(first, this.at + 1);
    else this.at = this.endOfBlock(this.at);
  }

  private collectCue(id: string, timingLine: number): void {
    this.at = this.endOfBlock(timingLine + 1);
    const times = this.readTimings(this.lines[timingLine] ?? '');
    if (!times) {
      this.brokenTimings += 1;
      return;
    }
    const { startMs, endMs } = times;
    const payload = this.lines.slice(timingLine + 1, this.at).join('\n');
    this.cues.push({ id, startMs, endMs, payload });
  }

  private endOfBlock(from: number): number {
    let at = from;
    while (at < this.lines.length && this.lines[at] !== '' && !this.lines[at]?.includes('-->')) at += 1;
    return at;
  }

  private readTimings(line: string): CueTimes | undefined {
    const exact = exactTimes(exactTimings.exec(line));
    if (exact || !this.lenient) return exact;
    const mended = lenientTimes(lenientTimings.exec(line));
    if (mended) this.mendedTimings += 1;
    return mended;
  }
}

interface CueTimes {
  readonly startMs: number;
  readonly endMs: number;
}

function exactTimes(match: RegExpExecArray | null): CueTimes | undefined {
  return match ? { startMs: milliseconds(match, 1), endMs: milliseconds(match, 5) } : undefined;
}

/** Hours (may be missing), minutes, seconds and thousandths, from this group of the match on. */
function milliseconds(match: RegExpExecArray, group: number): number {
  const minutes = Number(match[group] ?? 0) * 60 + Number(match[group + 1]);
  return (minutes * 60 + Number(match[group + 2])) * 1000 + Number(match[group + 3]);
}

function lenientTimes(match: RegExpExecArray | null): CueTimes | undefined {
  const startMs = parseClockTime(match?.[1] ?? '');
  const endMs = parseClockTime(match?.[2] ?? '');
  return startMs === undefined || endMs === undefined ? undefined : { startMs, endMs };
}

function normalised(text: string): string {
  const withoutMark = text.startsWith('\ufeff') ? text.slice(1) : text;
  return withoutMark.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
