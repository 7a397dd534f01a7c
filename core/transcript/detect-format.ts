import type { TranscriptFormat } from './transcript.ts';

const declaredFormats: Readonly<Record<string, TranscriptFormat>> = {
  'text/vtt': 'vtt',
  'application/x-subrip': 'srt',
  'application/srt': 'srt',
  'text/srt': 'srt',
  'application/json': 'json',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'text',
};
const extensions: Readonly<Record<string, TranscriptFormat>> = {
  vtt: 'vtt',
  srt: 'srt',
  json: 'json',
  html: 'html',
  htm: 'html',
  txt: 'text',
  md: 'text',
};

/** How much of a file is looked at to tell what it is. */
const lookedAt = 4000;
const arrowLine = /^\s*(?:\d+:)?\d+:\d+(?:[.,]\d+)?\s*--?>\s*(?:\d+:)?\d+:\d+/m;
const htmlStart =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype|html|head|body|cite|time|p|div|article|section|main|span|h[1-6]|ul|ol|br|a|b|i|em|strong|figure|table|blockquote|dl|dt|dd|pre|font|u|center|small|header|footer)\b/i;

/** Show notes often begin with bare words. */
const htmlWithin =
  /<\/(?:p|div|a|b|i|em|strong|span|li|h[1-6]|dt|dd|td|pre|font|u|center|small)>|<br\s*\/?>/i;

/** The format a MIME type, else the ending of an address, announces; `undefined` when neither says anything. */
export function declaredFormat(type: string, url: string): TranscriptFormat | undefined {
  const mime = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = /\.(\w+)(?:[?#]|$)/.exec(url.slice(url.lastIndexOf('/') + 1))?.[1]?.toLowerCase() ?? '';
  return declaredFormats[mime] ?? extensions[ending];
}

/** A tag of any name, or a character reference: what is announced as HTML is taken for it at so little. */
const someMarkup = /<\/?[a-z][^<>]{0,200}>|&(?:#\d+|#x[\da-f]+|[a-z]\w{1,30});/i;

/** The format of a text that is announced as `declared`. */
export function chooseFormat(text: string, declared: TranscriptFormat | undefined): TranscriptFormat {
  const shown = sniffFormat(text);
  return shown === 'text' && declared === 'html' && someMarkup.test(text) ? 'html' : shown;
}

/** The format the text itself shows. Types announced by servers and feeds are often wrong, signatures are not. */
function sniffFormat(text: string): TranscriptFormat {
  const start = text.slice(0, lookedAt);
  if (/^\s*WEBVTT(?:\s|$)/.test(start)) return 'vtt';
  if (/^\s*[[{]\s*["{}[\]]/.test(start)) return 'json';
  if (htmlStart.test(start)) return 'html';
  if (arrowLine.test(start)) return 'srt';
  return htmlWithin.test(start) ? 'html' : 'text';
}
