import type { z } from 'zod';
import { appError } from '../app-error.ts';
import type { opmlOutlineSchema } from '../ipc/feed-contract.ts';
import { failure, success, type Result } from '../result.ts';
import { createFeedDecoder } from './decode-feed.ts';
import { normaliseAddress } from './normalise-address.ts';
import { parseDate } from './parse-date.ts';
import type { Attributes } from './attributes.ts';
import { createXmlReader, type XmlHandler } from './read-xml.ts';
import { resolveAddress } from './resolve-address.ts';
import { escapeAttribute, escapeText } from './write-markup.ts';

export type OpmlOutline = z.infer<typeof opmlOutlineSchema>;

export interface RejectedOutline {
  /** What the file calls it. */
  readonly text: string;
  readonly reason: 'no-address' | 'bad-address' | 'list-not-feed' | 'page-not-feed';
}

/** What the head of a list says about it; times are ms since the epoch. */
export interface OpmlHead {
  version: string;
  title?: string;
  createdAt?: number;
  modifiedAt?: number;
  ownerName?: string;
  ownerEmail?: string;
  ownerId?: string;
}

export interface OpmlList {
  readonly head: OpmlHead;
  readonly outlines: OpmlOutline[];
  readonly rejected: RejectedOutline[];
}

const longestTitle = 2000;
const longestCategory = 500;
const mostCategories = 50;
const mostOutlines = 100_000;
/** Deeper groups still give their feeds, but no names. */
const deepestGroup = 50;
const longestHeadText = 1000;

/**
 * Reads a subscription list (OPML 1.0 and 2.0, opml.org/spec2.opml) however it is spelled: names in any case, not well
 * formed, any encoding. Feeds named twice become one with the categories of both. A category is the path of the groups
 * around a feed or an entry of its `category` attribute, with `/` between levels. Fails with `opml-unreadable`.
 */
export function parseOpml(input: string | Uint8Array): Result<OpmlList> {
  const reader = new OpmlReader();
  const xml = createXmlReader(reader);
  if (typeof input === 'string') {
    xml.write(input);
  } else {
    const decoder = createFeedDecoder({ onWarning: () => undefined });
    xml.write(decoder.decode(input));
    xml.write(decoder.end());
  }
  xml.end();
  if (!reader.isOpml) return failure(appError('opml-unreadable', 'no <opml>, <body> or <outline>'));
  return success({ head: reader.head, outlines: [...reader.outlines.values()], rejected: reader.rejected });
}

/** A subscription list that `parseOpml` reads back to the same outlines; `now` is its date in ms since the epoch. */
export function writeOpml(title: string, outlines: readonly OpmlOutline[], now: number): string {
  const lines = outlines.map((outline) => {
    const name = escapeAttribute(fold(outline.title));
    const categories = outline.categories.map(writeCategory).join(',');
    const category = categories === '' ? '' : ` category="${escapeAttribute(categories)}"`;
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${escapeAttribute(outline.feedUrl)}"${category}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeText(fold(title))}</title>`,
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

class OpmlReader implements XmlHandler {
  isOpml = false;
  wantsText = false;
  readonly head: OpmlHead = { version: '' };
  readonly outlines = new Map<string, OpmlOutline>();
  readonly rejected: RejectedOutline[] = [];
  /** Names of the groups that are open; empty for outlines that are not groups. */
  readonly #groups: string[] = [];
  #deeper = 0;
  #text = '';

  onOpen(name: string, attributes: Attributes): void {
    const element = name.toLowerCase();
    if (element === 'opml') this.head.version = attributes.get('version')?.trim() ?? '';
    if (element === 'opml' || element === 'body' || element === 'outline') this.isOpml = true;
    if (element === 'outline') this.#openOutline(attributes);
    this.#text = '';
    this.wantsText = Object.hasOwn(headReaders, element);
  }

  onElement(name: string, attributes: Attributes, text: string): void {
    this.onOpen(name, attributes);
    if (this.wantsText) this.onText(text);
    this.onClose(name);
  }

  onText(text: string): void {
    if (this.#text.length < longestHeadText) this.#text += text;
  }

  onClose(name: string): void {
    const element = name.toLowerCase();
    const text = fold(this.#text);
    if (this.wantsText && text !== '' && Object.hasOwn(headReaders, element))
      headReaders[element]!(this.head, text);
    this.wantsText = false;
    if (element !== 'outline') return;
    if (this.#deeper > 0) this.#deeper -= 1;
    else this.#groups.pop();
  }

  #openOutline(attributes: Attributes): void {
    const label = fold(attributes.get('text') ?? '') || fold(attributes.get('title') ?? '');
    const address = attributes.get('xmlurl')?.trim() ?? '';
    if (address !== '' || isEntry(attributes)) this.#keep(label, address, attributes);
    if (this.#groups.length >= deepestGroup) this.#deeper += 1;
    else this.#groups.push(address === '' ? label : '');
  }

  #keep(label: string, address: string, attributes: Attributes): void {
    const reason = whyNotAFeed(address, attributes);
    const feedUrl = reason === undefined ? feedAddress(address) : undefined;
    if (feedUrl === undefined) {
      if (this.rejected.length >= mostOutlines) return;
      this.rejected.push({
        text: (label || address).slice(0, longestTitle),
        reason: reason ?? 'bad-address',
      });
      return;
    }
    const known = this.outlines.get(feedUrl);
    if (!known && this.outlines.size >= mostOutlines) return;
    const outline = known ?? { feedUrl, title: (label || feedUrl).slice(0, longestTitle), categories: [] };
    this.outlines.set(feedUrl, outline);
    const path = this.#groups.filter((group) => group !== '').join('/');
    addCategories(outline.categories, [path, ...readCategories(attributes.get('category') ?? '')]);
  }
}

const headReaders: Readonly<Record<string, (head: OpmlHead, text: string) => void>> = {
  title: (head, text) => (head.title ??= text),
  ownername: (head, text) => (head.ownerName ??= text),
  owneremail: (head, text) => (head.ownerEmail ??= text),
  ownerid: (head, text) => (head.ownerId ??= text),
  datecreated: (head, text) => {
    const time = parseDate(text);
    if (time !== undefined) head.createdAt = time;
  },
  datemodified: (head, text) => {
    const time = parseDate(text);
    if (time !== undefined) head.modifiedAt = time;
  },
};

const typeOf = (attributes: Attributes): string => attributes.get('type')?.trim().toLowerCase() ?? '';

/** Meant as a subscription although it has no address of a feed; anything else without one is a group or a note. */
const isEntry = (attributes: Attributes): boolean =>
  ['rss', 'atom', 'pie', 'link', 'include'].includes(typeOf(attributes)) ||
  attributes.get('htmlurl') !== undefined;

/** Liferea's `source`, and `link` or `include` with a `url`, point to further lists (OPML 2.0, "Inclusion"). */
function whyNotAFeed(address: string, attributes: Attributes): RejectedOutline['reason'] | undefined {
  if (typeOf(attributes) === 'source') return 'list-not-feed';
  if (address !== '') return undefined;
  if ((attributes.get('url')?.trim() ?? '') !== '') return 'list-not-feed';
  return (attributes.get('htmlurl')?.trim() ?? '') === '' ? 'no-address' : 'page-not-feed';
}

function feedAddress(address: string): string | undefined {
  const resolved = resolveAddress(address, '');
  if (resolved !== undefined) return resolved;
  const normalised = normaliseAddress(address);
  return normalised.ok ? normalised.value : undefined;
}

function addCategories(categories: string[], found: readonly string[]): void {
  for (const category of found) {
    const isUsable =
      category !== '' && category.length <= longestCategory && categories.length < mostCategories;
    if (isUsable && !categories.includes(category)) categories.push(category);
  }
}

/** `/a/b,c` (OPML 2.0): paths begin with a slash, tags do not; commas inside a name come as %2C. */
const readCategories = (attribute: string): string[] =>
  attribute
    .split(',')
    .map((category) =>
      fold(category.trim().replace(/^\//, '')).replaceAll('%2C', ',').replaceAll('%25', '%'),
    );

const writeCategory = (category: string): string =>
  (category.includes('/') ? '/' : '') + fold(category).replaceAll('%', '%25').replaceAll(',', '%2C');

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
