import * as buffer from 'node:buffer';
import { sniffAudio, sniffBytes, type AudioKind } from '../../core/audio/sniff-audio.ts';
import { parseChapters } from '../../core/chapters/parse-chapters.ts';
import { parseOpml } from '../../core/feed/opml.ts';
import { createFeedParser } from '../../core/feed/parse-feed.ts';
import { decodeText } from '../../core/text/decode-text.ts';
import { parseTranscript } from '../../core/transcript/parse-transcript.ts';
import { inspectAudio } from './inspect-audio.ts';
import type { Inspection } from './inspection.ts';
import { sniffKind, type TextKind } from './sniff-kind.ts';

const audioKinds: ReadonlySet<AudioKind> = new Set<AudioKind>(['mp3', 'mp4', 'adts', 'ogg', 'flac', 'wav']);

/** Tells from the bytes what a file is and gives what the core makes of it. */
export function inspectBytes(bytes: Uint8Array): Inspection {
  const container = sniffAudio(bytes.subarray(0, sniffBytes));
  if (audioKinds.has(container)) return inspectAudio(bytes, container);
  const { text } = decodeText(bytes);
  return readers[sniffKind(text)](bytes, text);
}

const readers: Readonly<Record<TextKind, (bytes: Uint8Array, text: string) => Inspection>> = {
  feed: inspectFeed,
  page: inspectFeed,
  opml: inspectOpml,
  chapters: inspectChapters,
  transcript: inspectTranscript,
  unknown: inspectUnknown,
};

function inspectFeed(bytes: Uint8Array): Inspection {
  const parser = createFeedParser({ url: '', buffer });
  parser.push(bytes);
  const result = parser.end();
  if (result.ok) return { kind: 'feed', model: result.value, warnings: result.value.warnings };
  const isPage = result.error.code === 'feed-is-web-page';
  return isPage
    ? { kind: 'page', model: { feeds: parser.announcedFeeds() }, warnings: [] }
    : { kind: 'feed', model: null, warnings: [], error: result.error };
}

function inspectOpml(bytes: Uint8Array): Inspection {
  const result = parseOpml(bytes);
  return result.ok
    ? { kind: 'opml', model: result.value, warnings: rejections(result.value.rejected) }
    : { kind: 'opml', model: null, warnings: [], error: result.error };
}

function rejections(rejected: readonly { readonly text: string; readonly reason: string }[]): unknown[] {
  return rejected.map(({ text, reason }) => ({ code: reason, count: 1, detail: text }));
}

function inspectChapters(_bytes: Uint8Array, text: string): Inspection {
  const result = parseChapters(text);
  return result.ok
    ? { kind: 'chapters', model: result.value.chapters, warnings: result.value.warnings }
    : { kind: 'chapters', model: null, warnings: [], error: result.error };
}

function inspectTranscript(bytes: Uint8Array): Inspection {
  const result = parseTranscript(bytes, { kind: 'file' });
  return result.ok
    ? { kind: 'transcript', model: result.value, warnings: result.value.warnings }
    : { kind: 'transcript', model: null, warnings: [], error: result.error };
}

/** No signature: a feed or a list in an encoding only their parsers know, else plain words, else nothing of ours. */
function inspectUnknown(bytes: Uint8Array): Inspection {
  const feed = inspectFeed(bytes);
  if (feed.kind === 'feed' && feed.model !== null) return feed;
  const list = parseOpml(bytes);
  if (list.ok && list.value.outlines.length > 0) return inspectOpml(bytes);
  const transcript = inspectTranscript(bytes);
  return transcript.model === null ? { ...transcript, kind: 'unknown' } : transcript;
}
