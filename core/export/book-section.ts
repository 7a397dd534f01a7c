import { chaptersBefore } from '../chapters/chapters-before.ts';
import type { ExportedText } from './exported-text.ts';

/** A file of the book: the paragraphs from `from` up to `to`, under one heading. */
export interface BookSection {
  readonly title: string | null;
  readonly from: number;
  readonly to: number;
}

/** Reading systems lay out a file at a time: longer ones would make them slow. */
const mostParagraphs = 250;

/** The book in files: one a chapter, long ones in several of which the first has the heading. */
export function bookSections({ transcript, chapters }: ExportedText): BookSection[] {
  const { paragraphs } = transcript;
  const sections: BookSection[] = [];
  let open: BookSection = { title: null, from: 0, to: 0 };
  const close = (to: number, title: string | null): void => {
    if (to > open.from) sections.push({ ...open, to });
    open = { title: to > open.from ? title : (title ?? open.title), from: to, to };
  };
  for (const [index, headings] of chaptersBefore(paragraphs, chapters).entries()) {
    const title = headings.map((chapter) => chapter.title).join(' · ');
    if (headings.length > 0) close(index, title);
    else if (index - open.from >= mostParagraphs) close(index, null);
  }
  close(paragraphs.length, null);
  return sections;
}
