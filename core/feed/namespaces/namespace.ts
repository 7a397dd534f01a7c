import type { EpisodeDraft } from '../episode-draft.ts';
import type { FeedDraft } from '../feed-draft.ts';
import type { Attributes } from '../attributes.ts';

/** What a reader is told about the element it reads. */
export interface FeedElement {
  readonly attributes: Attributes;
  /** The content, when the reader asked for it and the element is closed; untrimmed. */
  readonly text: string;
  /** Absolute web address of a reference, by xml:base and the address of the feed; `undefined` when it leads nowhere. */
  readonly resolve: (reference: string | undefined) => string | undefined;
  /** The same, but keeps ipfs:, magnet: and the like. */
  readonly resolveAnyTransport: (reference: string | undefined) => string | undefined;
}

/** Reads one kind of element into a draft. */
export interface ElementReader<Draft> {
  /** `text`: the text of the element and of what is nested in it. `markup`: its HTML, escaped or not. Default: neither. */
  readonly content?: 'text' | 'markup';
  readonly open?: (draft: Draft, element: FeedElement) => void;
  readonly close?: (draft: Draft, element: FeedElement) => void;
  /** By canonical name (`podcast:source`), since children may be of another namespace. */
  readonly children?: ElementTable<Draft>;
}

/** Readers by local name in lower case. */
export type ElementTable<Draft> = Readonly<Record<string, ElementReader<Draft>>>;

/** One XML namespace: how it is recognised, and who reads its elements in a feed and in an episode. */
export interface Namespace {
  /** Written before local names in the dispatcher's tables; also the prefix understood when a feed declares none. */
  readonly prefix: string;
  /** As `normaliseNamespaceUri` writes them. */
  readonly uris: readonly string[];
  readonly feed: ElementTable<FeedDraft>;
  readonly episode: ElementTable<EpisodeDraft>;
}

/** Reader of an element that is its text: trimmed, and not called when nothing is left. */
export function textReader<Draft>(
  keep: (draft: Draft, text: string, element: FeedElement) => void,
): ElementReader<Draft> {
  return {
    content: 'text',
    close: (draft, element) => {
      const text = element.text.trim();
      if (text !== '') keep(draft, text, element);
    },
  };
}

/** Reader of an element whose content is HTML: trimmed, and not called when nothing is left. */
export function markupReader<Draft>(keep: (draft: Draft, html: string) => void): ElementReader<Draft> {
  return {
    content: 'markup',
    close: (draft, element) => {
      const html = element.text.trim();
      if (html !== '') keep(draft, html);
    },
  };
}

/** Reader of an element that is its attributes. */
export function attributesReader<Draft>(
  keep: (draft: Draft, attributes: Attributes, element: FeedElement) => void,
): ElementReader<Draft> {
  return { open: (draft, element) => keep(draft, element.attributes, element) };
}
