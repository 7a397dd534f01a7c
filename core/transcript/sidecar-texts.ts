import { isTextFileName, languageOfName, withoutLanguage } from './text-file-name.ts';

/** A text that lies beside an audio file. */
export interface SidecarText {
  /** As its folder lists it. */
  readonly name: string;
  /** MIME type by its ending. */
  readonly type: string;
  /** BCP 47, where the name says it: `Title.ru.vtt`. */
  readonly language?: string;
}

const typeOfEnding: Readonly<Record<string, string>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  txt: 'text/plain',
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
};
/** Names of one folder by what they begin with, so that a folder of thousands is read once. */
export type TextsByStem = ReadonlyMap<string, readonly SidecarText[]>;

/** The texts among the names of a folder, for `sidecarTexts`. A list of chapters (`.chapters.json`) is none. */
export function textsByStem(names: Iterable<string>): TextsByStem {
  const texts = new Map<string, SidecarText[]>();
  const keep = (stem: string, text: SidecarText): void => {
    const known = texts.get(stem);
    if (known === undefined) texts.set(stem, [text]);
    else known.push(text);
  };
  for (const name of names) {
    if (!isTextFileName(name) || name.startsWith('.') || /\.chapters\.json$/i.test(name)) continue;
    const bare = name.replace(/\.[^.]+$/, '');
    const type = typeOfEnding[name.slice(bare.length + 1).toLowerCase()]!;
    const language = languageOfName(name);
    if (language !== '') keep(comparable(withoutLanguage(name)), { name, type, language });
    keep(comparable(bare), { name, type });
  }
  return texts;
}

/**
 * The texts of an audio file: files beside it with its name and the ending of a text, between them maybe a language
 * (`Title.vtt`, `Title.ru.srt`, `Title.mp3.txt`). Names are compared as case-insensitive systems do.
 */
export function sidecarTexts(audioName: string, texts: TextsByStem): SidecarText[] {
  const stem = audioName.replace(/\.[^.]+$/, '');
  const found = [stem, audioName].flatMap((one) => texts.get(comparable(one)) ?? []);
  const byName = new Map<string, SidecarText>();
  for (const text of found) if (!byName.has(text.name)) byName.set(text.name, text);
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
