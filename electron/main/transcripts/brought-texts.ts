import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { AppErrorCode } from '../../../core/app-error.ts';
import type { BroughtTexts, TakenTexts } from '../../../core/ipc/transcript-contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { articleWords } from '../../../core/pages/join-pages.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { plausibleLanguage } from '../../../core/transcript/plausible-language.ts';
import { sidecarTexts, textsByStem } from '../../../core/transcript/sidecar-texts.ts';
import { languageOfName } from '../../../core/transcript/text-file-name.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { toResult } from '../app-failure.ts';
import { fileInside } from '../files/file-inside.ts';
import { readPlainFile } from '../files/read-plain-file.ts';

export interface BroughtTextsNeeds {
  readonly runJob: RunWorkerJob;
  /** The audio file of an episode, its name relative to the folder; null when there is none. */
  readonly findAudio: (episodeId: string) => Promise<{ folder: string; name: string } | null>;
}

/** Bytes, or text that is decoded already; `name` is empty for what was typed. */
interface File {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer> | string;
}

const maximumBytes = 20 * 1024 * 1024;
const mostBeside = 20;

/** Reads texts that the listener brings: dropped, chosen or typed, or lying beside the audio. Each fails for itself. */
export class BroughtTextReader {
  constructor(private readonly needs: BroughtTextsNeeds) {}

  async read(files: readonly File[], feedLanguage: string): Promise<BroughtTexts> {
    const brought: BroughtTexts = { texts: [], failed: [] };
    for (const file of files) {
      const read = await this.readOne(file, feedLanguage);
      if (read.ok) brought.texts.push({ name: file.name, transcript: read.value });
      else brought.failed.push({ name: file.name, error: read.error });
    }
    return brought;
  }

  /** Files by their paths, which come from the system's dialogs or from `findAudio`, never from the window. */
  async readFiles(paths: readonly string[], feedLanguage: string): Promise<BroughtTexts> {
    const brought: BroughtTexts = { texts: [], failed: [] };
    for (const file of paths) {
      const name = path.basename(file).slice(0, 400);
      const bytes = await toResult(() => readPlainFile(file, maximumBytes));
      if (!bytes.ok) {
        brought.failed.push({ name, error: bytes.error });
        continue;
      }
      const { texts, failed } = await this.read([{ name, content: bytes.value }], feedLanguage);
      brought.texts.push(...texts);
      brought.failed.push(...failed);
    }
    return brought;
  }

  async findBeside(episodeId: string, feedLanguage: string): Promise<BroughtTexts> {
    const audio = await this.needs.findAudio(episodeId);
    return audio === null ? { texts: [], failed: [] } : this.readBeside(audio, feedLanguage);
  }

  /**
   * Texts beside a file of which the audio of an episode is a copy, and which stay behind there. None where the file itself is the
   * audio: those are found beside it from now on.
   */
  async besideOriginal(file: string, episodeId: string, feedLanguage: string): Promise<TakenTexts> {
    const audio = await this.needs.findAudio(episodeId);
    const [folder, name] = [path.dirname(file), path.basename(file)];
    if (audio === null || path.resolve(audio.folder, audio.name) === path.resolve(file)) return { texts: [] };
    const { texts } = await this.readBeside({ folder, name }, feedLanguage);
    return { texts };
  }

  private async readBeside(
    audio: { readonly folder: string; readonly name: string },
    feedLanguage: string,
  ): Promise<BroughtTexts> {
    const within = path.posix.dirname(audio.name);
    const names = await readdir(path.join(audio.folder, within)).catch(() => []);
    const beside = sidecarTexts(path.posix.basename(audio.name), textsByStem(names)).slice(0, mostBeside);
    const files = await Promise.all(
      beside.map(({ name }) => fileInside(audio.folder, path.join(within, name))),
    );
    return this.readFiles(
      files.filter((file) => file !== null),
      feedLanguage,
    );
  }

  private async readOne({ name, content }: File, feedLanguage: string): Promise<Result<Transcript>> {
    if (content.length > maximumBytes) return failure(appError('too-large'));
    const page = /\.html?$/i.test(name) ? await this.readSavedPage(name, content) : null;
    const origin = { kind: 'file', url: name, type: page === null ? undefined : 'text/html' } as const;
    const parsed = await this.needs.runJob('transcript:parse', { content: page ?? content, origin });
    if (!parsed.ok) return failure({ ...parsed.error, code: ownCode(parsed.error.code) });
    const words = parsed.value.paragraphs.slice(0, 50).map(({ text }) => text);
    const named = [languageOfName(name), parsed.value.language, feedLanguage];
    const { format } = parsed.value.source;
    return success({
      ...parsed.value,
      language: plausibleLanguage(words.join(' '), named),
      source: { kind: 'file', format },
    });
  }

  /** The words of the article, where a file is a web page saved from a browser; null where it is a transcript or anything else. */
  private async readSavedPage(name: string, content: File['content']): Promise<string | null> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (/<(?:cite|time)\b/i.test(start) || !/<body\b/i.test(start)) return null;
    const url = `https://saved.invalid/${encodeURIComponent(name)}`;
    const page = await this.needs.runJob('page:read', { bytes, url, number: 1, title: '' });
    return page.ok ? articleWords(page.value.blocks) : null;
  }
}

/** What is said of a publisher's file is not to be said of the listener's own. */
function ownCode(code: AppErrorCode): AppErrorCode {
  if (code === 'transcript-unreadable') return 'text-unreadable';
  return code === 'transcript-empty' ? 'text-empty' : code;
}
