import type { InspectedKind } from './inspection.ts';

export type TextKind = Exclude<InspectedKind, 'audio' | 'error'>;

/** How much of a file is looked at. */
const lookedAt = 20_000;
const firstElement = /<([a-z][\w:.-]*)/i;
const feedElements = new Set(['rss', 'feed', 'rdf:rdf', 'channel', 'item', 'entry']);

/** What a text is, from its beginning: roots and signatures, never names. `unknown` is anything that may be plain words. */
export function sniffKind(text: string): TextKind {
  const start = withoutProlog(text.slice(0, lookedAt)).trimStart();
  if (start.startsWith('WEBVTT')) return 'transcript';
  if (/^[[{]/.test(start)) return sniffJson(text);
  const root = start.startsWith('<') ? (firstElement.exec(start)?.[1]?.toLowerCase() ?? '') : '';
  if (root === 'opml' || root === 'outline' || isListWithoutRoot(root, text)) return 'opml';
  if (feedElements.has(root)) return 'feed';
  if (root === 'html' || root === 'head' || root === 'body')
    return /<(?:cite|time)\b/i.test(text) ? 'transcript' : 'page';
  return root === '' ? 'unknown' : 'transcript';
}

/** OPML cut out of its root: `<head>` and `<body>` are HTML's names too, an outline with an address is not. */
function isListWithoutRoot(root: string, text: string): boolean {
  return (root === 'head' || root === 'body') && /<outline\s[^>]*xmlurl\s*=/i.test(text.slice(0, lookedAt));
}

/** Both are JSON; a list named `chapters` is what tells them apart. */
function sniffJson(text: string): TextKind {
  return /"chapters"\s*:\s*\[/.test(text) ? 'chapters' : 'transcript';
}

/** XML declarations, processing instructions, comments and document types say nothing about what follows. */
function withoutProlog(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const prolog = /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[^\]]*\])?\s*>)\s*/i.exec(rest);
    if (!prolog) return rest;
    rest = rest.slice(prolog[0].length);
  }
}
