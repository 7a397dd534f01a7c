import { decodeHTML } from 'entities';
import { parseClockTime } from './clock-time.ts';

/** A stretch of cue text said by one voice. `marks` are the time stamps inside it: from this offset on, this time. */
export interface VoiceRun {
  readonly speaker: string | undefined;
  readonly text: string;
  readonly marks: readonly { readonly at: number; readonly startMs: number }[];
}

interface OpenElement {
  readonly name: string;
  readonly speaker: string | undefined;
}

const elements = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);
const startTag = /^([^\t\n\f .]*)(?:\.[^\t\n\f ]*)?(?:[\t\n\f ]([\s\S]*))?$/;
const timestamp = /^(?:\d+:)?[0-5]\d:[0-5]\d\.\d{3}$/;

/**
 * Cue text by the tokenizer and tree rules of the WebVTT specification ("WebVTT cue text parsing rules"): entities are
 * decoded, unknown tags vanish, voices are told apart. The reading aid of ruby (`<rt>`) is left out: it says the same
 * words a second time.
 */
export function parseCueText(payload: string): VoiceRun[] {
  if (!payload.includes('<') && !payload.includes('&'))
    return [{ speaker: undefined, text: payload, marks: [] }];
  const reader = new CueTextReader();
  for (const token of payload.matchAll(/<([^>]*)>?|[^<]+/g)) {
    const tag = token[1];
    if (tag === undefined) reader.text(token[0]);
    else reader.tag(tag);
  }
  return reader.runs;
}

class CueTextReader {
  readonly runs: { speaker: string | undefined; text: string; marks: { at: number; startMs: number }[] }[] =
    [];
  private readonly open: OpenElement[] = [];
  private pendingMark: number | undefined;

  text(raw: string): void {
    if (this.innermost()?.name === 'rt') return;
    const speaker = this.open.findLast((element) => element.name === 'v')?.speaker;
    let run = this.runs.at(-1);
    if (run?.speaker !== speaker || run === undefined) {
      run = { speaker, text: '', marks: [] };
      this.runs.push(run);
    }
    if (this.pendingMark !== undefined) run.marks.push({ at: run.text.length, startMs: this.pendingMark });
    this.pendingMark = undefined;
    run.text += raw.includes('&') ? decodeHTML(raw) : raw;
  }

  tag(content: string): void {
    if (content.startsWith('/')) this.close(content.slice(1));
    else if (/^\d/.test(content)) this.mark(content);
    else this.start(content);
  }

  private start(content: string): void {
    const [, name = '', annotation = ''] = startTag.exec(content) ?? [];
    if (!elements.has(name)) return;
    if (name === 'rt' && this.innermost()?.name !== 'ruby') return;
    this.open.push({ name, speaker: name === 'v' ? annotationText(annotation) : undefined });
  }

  private close(name: string): void {
    const innermost = this.innermost()?.name;
    if (name === innermost) this.open.pop();
    else if (name === 'ruby' && innermost === 'rt') this.open.splice(-2);
  }

  private mark(content: string): void {
    if (timestamp.test(content)) this.pendingMark = parseClockTime(content);
  }

  private innermost(): OpenElement | undefined {
    return this.open.at(-1);
  }
}

function annotationText(raw: string): string {
  return decodeHTML(raw)
    .replace(/[\t\n\f ]+/g, ' ')
    .trim();
}
