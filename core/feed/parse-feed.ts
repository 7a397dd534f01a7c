import { announcedFeeds, type AnnouncedFeed } from './announced-feeds.ts';
import { appError, type AppError } from '../app-error.ts';
import { createFeedDecoder } from './decode-feed.ts';
import type { BufferModule } from './decode-with-buffer.ts';
import type { EpisodeDraft } from './episode-draft.ts';
import { FeedReader } from './feed-reader.ts';
import type { ParsedEpisode, ParsedFeed } from './feed.ts';
import { finishEpisode, finishLiveItem } from './finish-episode.ts';
import { finishFeed } from './finish-feed.ts';
import { createXmlReader } from './read-xml.ts';
import { failure, success, type Result } from '../result.ts';
import { Warnings } from './warnings.ts';

/** A feed of more is an attack or a mistake; the newest stand first, so the rest can go. */
const mostEpisodes = 200_000;
/** Characters of a page in which its feeds are looked for: they are announced in its head. */
const longestHead = 500_000;

/** Bytes decoded at once: what the network gives, 64 KB, costs a tenth more time in the making of strings. */
const gatheredTogether = 1_048_576;

export interface FeedParserOptions {
  /** Where the feed lives: relative addresses in it are resolved against it. Empty when unknown. */
  readonly url: string;
  /** The Content-Type header, for its charset. */
  readonly contentType?: string | undefined;
  /** Node's `buffer`, where there is one: UTF-8 is read faster with it, and to the same feed. */
  readonly buffer?: BufferModule | undefined;
}

export interface FeedParser {
  /** Next bytes of the feed, in pieces of any size. */
  push(chunk: Uint8Array): void;
  /** What the bytes were: a feed, with warnings about what was lost, or `feed-is-web-page`, `feed-empty`, `feed-unreadable`. */
  end(): Result<ParsedFeed>;
  /** After `end()` answered `feed-is-web-page`: the feeds the page announces. */
  announcedFeeds(): AnnouncedFeed[];
}

/**
 * Streaming parser of RSS 0.9x to 2.0, RSS 1.0 and Atom with the namespaces of `namespaces/`. Total: any bytes give a
 * Result, in time and memory linear in their number; one episode at a time is in the making.
 */
export function createFeedParser(options: FeedParserOptions): FeedParser {
  const parser = new ChunkedFeedParser(options);
  return {
    push: (chunk) => parser.push(chunk),
    end: () => parser.end(),
    announcedFeeds: () => parser.announcedFeeds(),
  };
}

class ChunkedFeedParser {
  readonly #url: string;
  readonly #warnings = new Warnings();
  readonly #episodes: ParsedEpisode[] = [];
  readonly #reader: FeedReader;
  readonly #xml;
  readonly #decoder;
  /** Small pieces wait here for each other. */
  #gathered = new Uint8Array(0);
  #gatheredBytes = 0;
  /** The beginning of what may turn out to be a page. */
  #head = '';

  constructor({ url, contentType, buffer }: FeedParserOptions) {
    this.#url = url;
    this.#reader = new FeedReader({ url, warnings: this.#warnings, onEpisode: (draft) => this.#keep(draft) });
    this.#xml = createXmlReader(this.#reader);
    this.#decoder = createFeedDecoder({
      contentType,
      buffer,
      onWarning: (code, detail) => this.#warnings.add(code, detail),
    });
  }

  push(chunk: Uint8Array): void {
    if (this.#gatheredBytes + chunk.length > this.#gathered.length) this.#writeGathered(chunk.length);
    if (chunk.length >= gatheredTogether) {
      this.#write(this.#decoder.decode(chunk));
      return;
    }
    if (this.#gathered.length === 0) this.#gathered = new Uint8Array(gatheredTogether);
    this.#gathered.set(chunk, this.#gatheredBytes);
    this.#gatheredBytes += chunk.length;
  }

  /** Up to the end of a tag, so that hardly a character or a tag is cut, when the rest leaves room for so many bytes. */
  #writeGathered(neededBytes: number): void {
    if (this.#gatheredBytes === 0) return;
    const tagEnd = this.#gathered.lastIndexOf(0x3e, this.#gatheredBytes - 1) + 1;
    const hasRoom = this.#gatheredBytes - tagEnd + neededBytes <= this.#gathered.length;
    const end = hasRoom ? tagEnd : this.#gatheredBytes;
    this.#write(this.#decoder.decode(this.#gathered.subarray(0, end)));
    this.#gathered.copyWithin(0, end, this.#gatheredBytes);
    this.#gatheredBytes -= end;
  }

  #write(text: string): void {
    if (text === '') return;
    if (!this.#reader.isFeed && this.#head.length < longestHead) this.#head += text;
    this.#xml.write(text);
  }

  end(): Result<ParsedFeed> {
    this.#writeGathered(Number.POSITIVE_INFINITY);
    this.#write(this.#decoder.end());
    const isCut = this.#xml.end();
    if (!this.#reader.isFeed) return failure(this.#whyNotAFeed());
    // A feed that stops in the middle has lost whatever followed.
    if (this.#reader.finish() || isCut) this.#warnings.add('xml-cut-short');
    return success(
      finishFeed(this.#reader.feed, this.#episodes, { url: this.#url, warnings: this.#warnings }),
    );
  }

  announcedFeeds(): AnnouncedFeed[] {
    return announcedFeeds(this.#head, this.#url);
  }

  #keep(draft: EpisodeDraft): void {
    if (draft.live) {
      const live = finishLiveItem(draft);
      if (live) this.#reader.feed.liveItems.push(live);
      return;
    }
    const episode = finishEpisode(draft);
    if (!episode) this.#warnings.add('empty-item');
    else if (this.#episodes.length >= mostEpisodes) this.#warnings.add('too-many-episodes');
    else this.#episodes.push(episode);
    if (episode && !episode.enclosure) this.#warnings.add('episode-without-enclosure', episode.title);
  }

  #whyNotAFeed(): AppError {
    if (this.#head.trim() === '') return appError('feed-empty');
    const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(this.#head);
    if (isPage) return appError('feed-is-web-page');
    return appError('feed-unreadable', `starts with ${JSON.stringify(this.#head.trimStart().slice(0, 60))}`);
  }
}
