import { AddressBase } from './address-base.ts';
import { createEpisodeDraft, type EpisodeDraft } from './episode-draft.ts';
import { createFeedDraft, type FeedDraft } from './feed-draft.ts';
import { NamespaceScope } from './namespace-scope.ts';
import {
  allNamespaces,
  episodeElements,
  feedElements,
  type AnyDraft,
  type NamedReader,
  type NamedReaders,
} from './namespaces/all-namespaces.ts';
import type { FeedElement } from './namespaces/namespace.ts';
import { parseDate } from './parse-date.ts';
import { noAttributes, type Attributes } from './attributes.ts';
import type { XmlHandler } from './read-xml.ts';
import { escapeText, writeEndTag, writeStartTag } from './write-markup.ts';
import type { Warnings } from './warnings.ts';

/** Deeper elements are counted, not kept: no feed needs them and a hostile one must not fill the memory. */
const deepest = 200;
/** Characters of one element that are kept: a whole book fits, an endless one does not. */
const longest = { markup: 4_000_000, text: 20_000 };

const containers = new Set(['rss', 'rdf:rdf', 'channel', 'atom:feed', 'feed']);
const items = new Set(['item', 'atom:entry', 'podcast:liveitem']);
/** Elements HTML closes by itself; unescaped notes hold them open. */
const voidElements = new Set(['br', 'hr', 'img', 'wbr', 'input', 'meta']);
const structural = new Set([...containers, ...items, ...voidElements]);
/** Names our tables share with HTML: inside unescaped notes they do not mean that the notes are over. */
const alsoHtml = new Set(['title', 'link', 'source', 'image', 'summary', 'content', 'category', 'author']);

/** An open element that is being read. */
interface Frame extends FeedElement {
  readonly depth: number;
  readonly draft: AnyDraft;
  /** Absent for the elements that hold the others together: containers and items. */
  readonly reader: NamedReader | undefined;
  /** Readers of the elements directly inside. */
  readonly table: NamedReaders | undefined;
  /** The episode that began here. */
  readonly episode: EpisodeDraft | undefined;
  text: string;
}

export interface FeedReaderTarget {
  /** Address of the feed. */
  readonly url: string;
  readonly warnings: Warnings;
  /** Called as soon as an item is closed, so that only one draft exists at a time. */
  readonly onEpisode: (draft: EpisodeDraft) => void;
}

/**
 * The dispatcher: knows names only. Keeps the stack of open elements, finds the reader of each by canonical name, and
 * mends what broken feeds leave open. What the elements mean is in `namespaces/`.
 */
export class FeedReader implements XmlHandler {
  readonly feed: FeedDraft = createFeedDraft();
  /** True once an element that only feeds have was opened. */
  isFeed = false;
  /** Name of the first element, in lower case. */
  rootName = '';
  wantsText = false;
  readonly #target: FeedReaderTarget;
  readonly #scope = new NamespaceScope(allNamespaces);
  readonly #base: AddressBase;
  readonly #resolve: FeedElement['resolve'];
  readonly #resolveAnyTransport: FeedElement['resolveAnyTransport'];
  readonly #open: string[] = [];
  #openTooDeep = 0;
  readonly #frames: Frame[] = [];
  #isUndeclaredAtom = false;
  /** What readers are told about an element of which no frame is made; one for all. */
  readonly #element: { -readonly [Key in keyof FeedElement]: FeedElement[Key] };

  constructor(target: FeedReaderTarget) {
    this.#target = target;
    this.#base = new AddressBase(target.url, () => this.feed.link);
    this.#resolve = (reference) => this.#base.resolve(reference);
    this.#resolveAnyTransport = (reference) => this.#base.resolveAnyTransport(reference);
    this.#element = {
      attributes: noAttributes,
      text: '',
      resolve: this.#resolve,
      resolveAnyTransport: this.#resolveAnyTransport,
    };
  }

  /** Closes what the document left open; true when there was something. */
  finish(): boolean {
    const isOpen = this.#open.length > 0;
    this.#closeDownTo(0);
    return isOpen;
  }

  onOpen(name: string, attributes: Attributes): void {
    if (this.rootName === '') this.rootName = name.toLowerCase();
    if (this.#open.length >= deepest) {
      this.#openTooDeep += 1;
      return;
    }
    if (attributes.hasReserved) this.#enter(attributes);
    const canonical = this.#canonicalName(name);
    this.#closeWhatCannotContain(canonical);
    const frame = this.#frames[this.#frames.length - 1];
    if (frame?.reader?.content === 'markup') frame.text += writeStartTag(name, attributes);
    if (voidElements.has(canonical)) return;
    this.#open.push(name);
    if (frame?.reader?.content === undefined) this.#openElement(canonical, attributes);
  }

  onElement(name: string, attributes: Attributes, text: string): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame === undefined || !this.#isSimple(frame, name, attributes)) {
      this.onOpen(name, attributes);
      if (text !== '' && this.wantsText) this.onText(text);
      this.onClose(name);
      return;
    }
    const reader = frame.table?.get(this.#scope.canonicalName(name));
    if (reader === undefined) return;
    const element = this.#element;
    element.attributes = attributes;
    element.text = text;
    reader.open?.(frame.draft, element);
    reader.close?.(frame.draft, element);
  }

  /** Whether an element directly in a show or an episode is only what its own reader makes of it: no stack is needed. */
  #isSimple(frame: Frame, name: string, attributes: Attributes): boolean {
    return (
      frame.reader === undefined &&
      frame.depth === this.#open.length - 1 &&
      !attributes.hasReserved &&
      !this.#isUndeclaredAtom &&
      !structural.has(this.#scope.canonicalName(name))
    );
  }

  onText(text: string): void {
    const frame = this.#frames[this.#frames.length - 1]!;
    const kind = frame.reader!.content!;
    if (frame.text.length > longest[kind]) return;
    // Inside an unescaped tag the text is HTML's, where < and & are written out.
    const isNested = kind === 'markup' && this.#open.length > frame.depth + 1;
    frame.text += isNested ? escapeText(text) : text;
  }

  onClose(name: string): void {
    if (this.#openTooDeep > 0) {
      this.#openTooDeep -= 1;
      return;
    }
    const last = this.#open.length - 1;
    if (this.#open[last] === name) {
      this.#closeInnermost();
      return;
    }
    const at = this.#open.lastIndexOf(name);
    if (at >= 0) {
      this.#target.warnings.add('xml-broken', `</${name}> closes <${this.#open[last]!}>`);
      this.#closeDownTo(at);
    } else if (!voidElements.has(name.toLowerCase())) {
      this.#target.warnings.add('xml-broken', `</${name}> closes nothing`);
    }
  }

  #enter(attributes: Attributes): void {
    this.#scope.enter(attributes, this.#open.length);
    const base = attributes.get('xml:base');
    if (base !== undefined) this.#base.enter(base, this.#open.length);
  }

  #canonicalName(name: string): string {
    const canonical = this.#scope.canonicalName(name);
    return this.#isUndeclaredAtom && !canonical.includes(':') ? `atom:${canonical}` : canonical;
  }

  /** A tag was left open when the next thing begins that cannot be inside it: an item in an item, a pubDate in a title. */
  #closeWhatCannotContain(canonical: string): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame === undefined) return;
    if (items.has(canonical)) {
      const outer = this.#frames.find((open) => open.episode !== undefined || open.reader !== undefined);
      if (outer) this.#closeUnclosed(outer);
    } else if (frame.reader && this.#cannotContain(frame.reader, canonical)) {
      this.#closeUnclosed(frame);
    }
  }

  #cannotContain(reader: NamedReader, canonical: string): boolean {
    if (reader.children !== undefined) return false;
    if (reader.content === 'markup' && alsoHtml.has(canonical.replace('atom:', ''))) return false;
    return this.#frames[this.#frames.length - 2]?.table?.has(canonical) === true;
  }

  #closeUnclosed(frame: Frame): void {
    this.#target.warnings.add('xml-broken', `<${this.#open[frame.depth]!}> is not closed`);
    this.#closeDownTo(frame.depth);
  }

  #openElement(canonical: string, attributes: Attributes): void {
    const parent = this.#frames[this.#frames.length - 1];
    if (containers.has(canonical) && (parent === undefined || parent.table === feedElements)) {
      this.#openContainer(canonical, attributes);
      return;
    }
    if (parent?.table === undefined || parent.depth !== this.#open.length - 2) return;
    if (parent.table === feedElements && items.has(canonical)) {
      this.#openItem(canonical, attributes);
      return;
    }
    const reader = parent.table.get(canonical);
    if (reader === undefined) return;
    const frame = this.#push({ draft: parent.draft, reader, table: reader.children, attributes });
    reader.open?.(frame.draft, frame);
  }

  #openContainer(canonical: string, attributes: Attributes): void {
    if (canonical === 'feed') this.#isUndeclaredAtom = true;
    this.isFeed = true;
    this.feed.language ??= attributes.get('xml:lang')?.trim() || undefined;
    this.#push({ draft: this.feed as AnyDraft, table: feedElements, attributes });
  }

  #openItem(canonical: string, attributes: Attributes): void {
    const episode = createEpisodeDraft();
    if (canonical === 'podcast:liveitem') episode.live = readLive(attributes);
    // RSS 1.0 has no guid: rdf:about is the identity of the item and its address at once.
    episode.guidLink = this.#resolve(attributes.get('rdf:about'));
    episode.guid = episode.guidLink;
    this.#push({ draft: episode as AnyDraft, table: episodeElements, attributes, episode });
  }

  #push(opened: {
    draft: AnyDraft;
    reader?: NamedReader;
    table: NamedReaders | undefined;
    attributes: Attributes;
    episode?: EpisodeDraft;
  }): Frame {
    const frame: Frame = {
      depth: this.#open.length - 1,
      draft: opened.draft,
      reader: opened.reader,
      table: opened.table,
      episode: opened.episode,
      attributes: opened.attributes,
      text: '',
      resolve: this.#resolve,
      resolveAnyTransport: this.#resolveAnyTransport,
    };
    this.#frames.push(frame);
    this.wantsText = frame.reader?.content !== undefined;
    return frame;
  }

  #closeDownTo(depth: number): void {
    while (this.#open.length > depth) this.#closeInnermost();
  }

  #closeInnermost(): void {
    const depth = this.#open.length - 1;
    const frame = this.#frames[this.#frames.length - 1];
    if (frame?.depth === depth) this.#closeFrame(frame);
    else if (frame?.reader?.content === 'markup') frame.text += writeEndTag(this.#open[depth]!);
    this.#open.pop();
    this.#scope.leave(depth);
    this.#base.leave(depth);
  }

  #closeFrame(frame: Frame): void {
    this.#frames.pop();
    this.wantsText = this.#frames[this.#frames.length - 1]?.reader?.content !== undefined;
    if (frame.episode) {
      this.#target.onEpisode(frame.episode);
    } else {
      frame.reader?.close?.(frame.draft, frame);
    }
  }
}

const liveStates = ['pending', 'live', 'ended'] as const;

/** Attributes of podcast:liveItem; an unknown status is treated as the one that promises least. */
function readLive(attributes: Attributes): EpisodeDraft['live'] {
  const startAt = parseDate(attributes.get('start') ?? '');
  const endAt = parseDate(attributes.get('end') ?? '');
  return {
    status: liveStates.find((state) => state === attributes.get('status')?.trim().toLowerCase()) ?? 'ended',
    ...(startAt === undefined ? {} : { startAt }),
    ...(endAt === undefined ? {} : { endAt }),
  };
}
