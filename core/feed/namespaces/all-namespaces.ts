import type { EpisodeDraft } from '../episode-draft.ts';
import type { FeedDraft } from '../feed-draft.ts';
import { atom } from './atom.ts';
import { content } from './content.ts';
import { dublinCore } from './dublin-core.ts';
import { itunes } from './itunes.ts';
import { media } from './media.ts';
import type { ElementReader, ElementTable, Namespace } from './namespace.ts';
import { podcast } from './podcast.ts';
import { psc } from './psc.ts';
import { rss } from './rss.ts';
import { turbo, yandex } from './yandex.ts';

/** Only wraps the other elements of RSS 1.0. */
const rdf: Namespace = { prefix: 'rdf', uris: ['w3.org/1999/02/22-rdf-syntax-ns'], feed: {}, episode: {} };

export const allNamespaces: readonly Namespace[] = [
  rss,
  atom,
  itunes,
  podcast,
  media,
  content,
  psc,
  yandex,
  turbo,
  dublinCore,
  rdf,
];

/** A reader of either draft takes both at once, so the dispatcher need not know which of the two it holds. */
export type AnyDraft = FeedDraft & EpisodeDraft;

export interface NamedReader {
  readonly content: 'text' | 'markup' | undefined;
  readonly open: ElementReader<AnyDraft>['open'];
  readonly close: ElementReader<AnyDraft>['close'];
  readonly children: NamedReaders | undefined;
}

/** Readers by canonical name. */
export type NamedReaders = ReadonlyMap<string, NamedReader>;

/** Readers of the elements of a show. */
export const feedElements = join((namespace) => namespace.feed);
/** Readers of the elements of an episode. */
export const episodeElements = join((namespace) => namespace.episode);

function join(tableOf: (namespace: Namespace) => ElementTable<AnyDraft>): NamedReaders {
  const joined = new Map<string, NamedReader>();
  for (const namespace of allNamespaces) {
    for (const [local, reader] of Object.entries(tableOf(namespace))) {
      joined.set(namespace.prefix === '' ? local : `${namespace.prefix}:${local}`, named(reader));
    }
  }
  return joined;
}

function named({ content: kind, open, close, children }: ElementReader<AnyDraft>): NamedReader {
  const nested = children && new Map(Object.entries(children).map(([name, reader]) => [name, named(reader)]));
  return { content: kind, open, close, children: nested };
}
