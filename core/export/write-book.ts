import { bookOverlay } from './book-overlay.ts';
import type { BookAudio } from './book-package.ts';
import { navigation, overlayName, packageDocument, textName } from './book-package.ts';
import { bookSections } from './book-section.ts';
import { bookText } from './book-text.ts';
import type { ExportedText } from './exported-text.ts';
import { overlayClips } from './overlay-clips.ts';

export interface BookOptions {
  /** Names the episode among all others. */
  readonly id: string;
  /** Ms since the epoch. */
  readonly now: number;
  /** The audio that goes into the book; null: the book is for reading only. */
  readonly audio: BookAudio | null;
}

export interface BookFile {
  /** Inside the archive. */
  readonly path: string;
  readonly content: string;
}

/** Folder of the book inside the archive; its audio goes there too. */
export const bookFolder = 'EPUB';

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${bookFolder}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const styles = `body { line-height: 1.5; }
h2 { margin-top: 2em; font-size: 1.15em; }
p { margin: 0 0 0.9em; }
.byline { opacity: 0.7; }
.spoken { background: #f6dfa8; color: #1b1a18; }
`;

/**
 * The files of an EPUB 3.3 book but its audio, in the order in which they go into the archive: `mimetype` first. With
 * audio, media overlays mark word, sentence or paragraph as it is said.
 */
export function* writeBook(text: ExportedText, { id, now, audio }: BookOptions): Generator<BookFile> {
  const inBook = (name: string, content: string): BookFile => ({ path: `${bookFolder}/${name}`, content });
  const sections = bookSections(text);
  const clips = audio === null ? [] : overlayClips(text.transcript);
  yield { path: 'mimetype', content: 'application/epub+zip' };
  yield { path: 'META-INF/container.xml', content: container };
  yield inBook('book.css', styles);
  const heardMs: number[] = [];
  for (const [at, section] of sections.entries()) {
    const own = clips.filter(({ paragraph }) => paragraph >= section.from && paragraph < section.to);
    heardMs.push(own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0));
    yield inBook(textName(at), bookText(text, { section, isFirst: at === 0, isMarked: audio !== null }));
    if (audio === null || own.length === 0) continue;
    yield inBook(overlayName(at), bookOverlay(own, { text: textName(at), audio: audio.name }));
  }
  const parts = { text, id, modifiedAt: now, sections, audio, heardMs };
  yield inBook('nav.xhtml', navigation(parts));
  yield inBook('package.opf', packageDocument(parts));
}
