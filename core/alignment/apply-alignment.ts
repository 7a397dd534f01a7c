import type { Paragraph, Sentence, Transcript } from '../transcript/transcript.ts';
import type { AlignedSentence, Alignment } from './alignment.ts';
import { judgeAlignment, sentenceTrust } from './judge-alignment.ts';
import { shiftTimes } from './shift-times.ts';

/** Words of neighbours may be timed so much into one another (ms). */
const slackMs = 500;

/**
 * The transcript with the times of an alignment, as far as they are to be trusted: words, or only sentences, whose words then have
 * estimated times; paragraphs from their sentences; only paragraphs where times were spread and not found. A text
 * that does not match the sound, and one of other words, comes back as it was. What the publisher timed and was not found keeps
 * the publisher's times, shifted where those were found to be off; words which the publisher timed are shifted only.
 */
export function applyAlignment(transcript: Transcript, alignment: Alignment): Transcript {
  if (!isOfText(transcript, alignment)) return transcript;
  switch (judgeAlignment(alignment)) {
    case 'unmatched':
      return transcript;
    case 'estimated':
      return transcript.timing === 'none' ? withParagraphTimes(transcript, alignment) : transcript;
    case 'matched':
      return transcript.timing === 'word'
        ? withShiftedWords(transcript, alignment)
        : withFoundTimes(transcript, alignment);
  }
}

function isOfText({ paragraphs }: Transcript, { sentences }: Alignment): boolean {
  const own = paragraphs.flatMap((paragraph) => paragraph.sentences);
  return (
    own.length === sentences.length &&
    own.every(({ words }, at) => (sentences[at]?.wordsMs.length ?? words.length * 2) === words.length * 2)
  );
}

function withFoundTimes(transcript: Transcript, { sentences, shifts }: Alignment): Transcript {
  const beginsAfter = nextStarts(sentences);
  let at = 0;
  let reachedMs = 0;
  const timed = (sentence: Sentence): Sentence => {
    const found = sentences[at] ?? null;
    const trust = sentenceTrust(found);
    const given = trust === 'none' ? null : found;
    const next =
      given === null
        ? between(shiftTimes(sentence, shifts), reachedMs, beginsAfter[at] ?? Infinity)
        : withTimes(sentence, given, trust === 'sentence');
    at += 1;
    reachedMs = Math.max(reachedMs, next.endMs ?? 0);
    return next;
  };
  const paragraphs = transcript.paragraphs.map((paragraph) =>
    enclosing({ ...paragraph, sentences: paragraph.sentences.map(timed) }),
  );
  return { ...transcript, timing: 'aligned', paragraphs };
}

/** What was cut out of this copy of the recording loses its times: there is no room for it between what was found. */
function withShiftedWords(transcript: Transcript, { sentences, shifts }: Alignment): Transcript {
  if (shifts.length === 0) return transcript;
  const beginsAfter = nextStarts(sentences);
  let at = 0;
  let reachedMs = 0;
  const shifted = (sentence: Sentence): Sentence => {
    const isFound = sentenceTrust(sentences[at] ?? null) !== 'none';
    const nextMs = beginsAfter[at] ?? Infinity;
    at += 1;
    const moved = shiftTimes(sentence, shifts);
    const { startMs = 0, endMs = startMs } = moved;
    if (!isFound && (startMs < reachedMs - slackMs || endMs > nextMs + slackMs))
      return withoutTimes(sentence);
    reachedMs = Math.max(reachedMs, endMs);
    return moved;
  };
  const paragraphs = transcript.paragraphs.map((paragraph) =>
    enclosing({ ...paragraph, sentences: paragraph.sentences.map(shifted) }),
  );
  return { ...transcript, paragraphs };
}

/** Where the next found sentence behind each one begins, ms; infinity behind the last. */
function nextStarts(sentences: Alignment['sentences']): number[] {
  const starts = new Array<number>(sentences.length);
  let next = Infinity;
  for (let at = sentences.length - 1; at >= 0; at -= 1) {
    starts[at] = next;
    const sentence = sentences[at] ?? null;
    if (sentence !== null && sentenceTrust(sentence) !== 'none') next = sentence.startMs;
  }
  return starts;
}

function withTimes(sentence: Sentence, found: AlignedSentence, estimated: boolean): Sentence {
  const { startMs, endMs, confidence, wordsMs } = found;
  const words = sentence.words.map(({ start, end }, at) => ({
    start,
    end,
    startMs: wordsMs[at * 2] ?? startMs,
    endMs: wordsMs[at * 2 + 1] ?? endMs,
    confidence,
    ...(estimated ? { estimated } : {}),
  }));
  return { ...sentence, startMs, endMs, words };
}

/** The publisher's times of a sentence that was not found, as far as what was found around it leaves room; its words are guesses. */
function between(sentence: Sentence, fromMs: number, untilMs: number): Sentence {
  const { startMs } = sentence;
  if (startMs === undefined) return sentence;
  const inside = (ms: number): number => Math.min(Math.max(ms, fromMs), untilMs);
  const endMs = sentence.endMs ?? startMs;
  if (startMs >= untilMs || endMs <= fromMs) return withoutTimes(sentence);
  const words = sentence.words.map((word) =>
    word.startMs === undefined
      ? word
      : {
          ...word,
          startMs: inside(word.startMs),
          endMs: inside(word.endMs ?? word.startMs),
          estimated: true,
        },
  );
  return { ...sentence, startMs: inside(startMs), endMs: inside(endMs), words };
}

function withoutTimes({ start, end, words }: Sentence): Sentence {
  return { start, end, words: words.map((word) => ({ start: word.start, end: word.end })) };
}

/** A paragraph lasts from the first to the last time in it. */
function enclosing({ startMs: _startMs, endMs: _endMs, ...paragraph }: Paragraph): Paragraph {
  const timed = paragraph.sentences.filter(({ startMs }) => startMs !== undefined);
  if (timed.length === 0) return paragraph;
  const startMs = Math.min(...timed.map((sentence) => sentence.startMs ?? Infinity));
  const endMs = Math.max(...timed.map((sentence) => sentence.endMs ?? sentence.startMs ?? 0));
  return { ...paragraph, startMs, endMs };
}

function withParagraphTimes(transcript: Transcript, { sentences }: Alignment): Transcript {
  let at = 0;
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => {
    const own = sentences.slice(at, (at += paragraph.sentences.length)).filter((spread) => spread !== null);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined
      ? paragraph
      : { ...paragraph, startMs: first.startMs, endMs: last.endMs };
  });
  return { ...transcript, timing: 'aligned', paragraphs };
}
