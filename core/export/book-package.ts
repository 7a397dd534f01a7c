import type { BookSection } from './book-section.ts';
import { page } from './book-text.ts';
import { smilClock } from './clock-text.ts';
import type { ExportedText } from './exported-text.ts';
import { xmlText } from './xml-text.ts';

/** The episode's audio as it goes into the book. */
export interface BookAudio {
  /** Beside the text, e.g. `audio.mp3`. */
  readonly name: string;
  readonly mediaType: string;
}

export interface PackageParts {
  readonly text: ExportedText;
  /** The same for the same episode, different for any other. */
  readonly id: string;
  /** Ms since the epoch. */
  readonly modifiedAt: number;
  readonly sections: readonly BookSection[];
  readonly audio: BookAudio | null;
  /** How long the clips of each section last together, ms; 0 for one without sound. */
  readonly heardMs: readonly number[];
}

export const textName = (section: number): string => `text-${section + 1}.xhtml`;
export const overlayName = (section: number): string => `text-${section + 1}.smil`;

/** The package document (EPUB 3.3, section 5). */
export function packageDocument(parts: PackageParts): string {
  const { text, audio, sections, heardMs } = parts;
  const items = sections.flatMap((_, at) => {
    const hasOverlay = (heardMs[at] ?? 0) > 0;
    const overlay = hasOverlay ? ` media-overlay="overlay-${at + 1}"` : '';
    const file = item({ id: `text-${at + 1}`, href: textName(at), type: 'application/xhtml+xml', overlay });
    const smil = item({ id: `overlay-${at + 1}`, href: overlayName(at), type: 'application/smil+xml' });
    return hasOverlay ? [file, smil] : [file];
  });
  const language = xmlText(text.transcript.language || 'und');
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(parts).join('\n')}
</metadata>
<manifest>
${item({ id: 'nav', href: 'nav.xhtml', type: 'application/xhtml+xml', overlay: ' properties="nav"' })}
${item({ id: 'css', href: 'book.css', type: 'text/css' })}
${items.join('\n')}${audio === null ? '' : `\n${item({ id: 'audio', href: audio.name, type: audio.mediaType })}`}
</manifest>
<spine>
${sections.map((_, at) => `<itemref idref="text-${at + 1}"/>`).join('\n')}
</spine>
</package>
`;
}

function metadata({ text, id, modifiedAt, heardMs }: PackageParts): string[] {
  const { about, transcript } = text;
  const modified = `${new Date(modifiedAt).toISOString().slice(0, 19)}Z`;
  const published = about.publishedAt === undefined ? [] : [new Date(about.publishedAt).toISOString()];
  const wholeMs = heardMs.reduce((sum, ms) => sum + ms, 0);
  return [
    `<dc:identifier id="id">${xmlText(id)}</dc:identifier>`,
    `<dc:title>${xmlText(about.title)}</dc:title>`,
    `<dc:language>${xmlText(transcript.language || 'und')}</dc:language>`,
    ...unlessEmpty('dc:creator', about.author || about.show),
    ...unlessEmpty('dc:publisher', about.show),
    ...published.map((date) => `<dc:date>${date}</dc:date>`),
    ...unlessEmpty('dc:source', about.link ?? ''),
    `<meta property="dcterms:modified">${modified}</meta>`,
    ...(wholeMs === 0 ? [] : mediaMetadata(heardMs, wholeMs)),
  ];
}

/** An element of the metadata must not be empty; it may be left out. */
function unlessEmpty(element: string, content: string): string[] {
  const text = xmlText(content);
  return text.trim() === '' ? [] : [`<${element}>${text}</${element}>`];
}

function mediaMetadata(heardMs: readonly number[], wholeMs: number): string[] {
  return [
    ...heardMs.flatMap((ms, at) =>
      ms === 0
        ? []
        : [`<meta property="media:duration" refines="#overlay-${at + 1}">${smilClock(ms)}</meta>`],
    ),
    `<meta property="media:duration">${smilClock(wholeMs)}</meta>`,
    '<meta property="media:active-class">spoken</meta>',
  ];
}

interface Item {
  readonly id: string;
  readonly href: string;
  readonly type: string;
  /** Further attributes, as markup. */
  readonly overlay?: string;
}

function item({ id, href, type, overlay = '' }: Item): string {
  return `<item id="${id}" href="${href}" media-type="${type}"${overlay}/>`;
}

/** The navigation document: the chapters, or the title alone where there are none. */
export function navigation({ text, sections }: Pick<PackageParts, 'text' | 'sections'>): string {
  const title = xmlText(text.about.title);
  const links = sections.flatMap(({ title: heading }, at) => {
    if (heading === null && at > 0) return [];
    return [`<li><a href="${textName(at)}">${heading === null ? title : xmlText(heading)}</a></li>`];
  });
  return page({
    title,
    language: text.transcript.language,
    body: `<nav epub:type="toc" id="toc"><ol>\n${links.join('\n')}\n</ol></nav>\n`,
  });
}
