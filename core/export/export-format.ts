import type { Transcript } from '../transcript/transcript.ts';
import type { ExportedText } from './exported-text.ts';
import { writeHtml } from './write-html.ts';
import { writeJson } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeSrt } from './write-srt.ts';
import { writeText } from './write-text.ts';
import { writeVtt } from './write-vtt.ts';

/** What a text can be saved as in one file of text. */
export const textFormats = ['markdown', 'text', 'html', 'vtt', 'srt', 'json'] as const;
export type TextFormat = (typeof textFormats)[number];

/** Endings of the files, without the dot. */
export const extensionOf = {
  markdown: 'md',
  text: 'txt',
  html: 'html',
  vtt: 'vtt',
  srt: 'srt',
  json: 'json',
  epub: 'epub',
} as const satisfies Record<TextFormat | 'epub', string>;

const writers: Readonly<Record<TextFormat, (text: ExportedText) => Iterable<string>>> = {
  markdown: writeMarkdown,
  text: writeText,
  html: writeHtml,
  vtt: writeVtt,
  srt: writeSrt,
  json: writeJson,
};

/** The file in pieces, in order: long texts are written piece by piece. */
export function writeTextAs(format: TextFormat, text: ExportedText): Iterable<string> {
  return writers[format](text);
}

/** Captions say when: a text without times has none. */
export function canBeSavedAs(format: TextFormat, { timing }: Pick<Transcript, 'timing'>): boolean {
  return timing !== 'none' || (format !== 'vtt' && format !== 'srt' && format !== 'json');
}
