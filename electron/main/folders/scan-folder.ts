import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { FoundFile } from '../../../core/folder/folder-file.ts';

export interface FolderScan {
  readonly audio: readonly FoundFile[];
  /** Texts, chapters and pictures, which may belong to the audio. */
  readonly others: readonly FoundFile[];
  /** Every directory that was looked into, relative; '' is the folder itself. */
  readonly directories: readonly string[];
  /** Directories that could not be read: what was in them before is not gone for that. */
  readonly unreadable: readonly string[];
  /** Files whose names no text can stand for, and what lies beyond the bounds. */
  readonly leftOut: { readonly names: number; readonly beyond: boolean };
}

export interface ScanBounds {
  readonly files: number;
  readonly depth: number;
}

const usualBounds: ScanBounds = { files: 20_000, depth: 8 };
/** Files of one directory that are asked about at once. */
const atOnce = 64;

const audioEndings = /\.(?:mp3|m4a|m4b|mp4|m4v|aac|ogg|oga|opus|flac|wav|webm)$/i;
const otherEndings = /\.(?:vtt|srt|json|txt|html?|md|jpe?g|png|webp|gif|avif)$/i;

/**
 * What lies in a folder and its sub-folders. Links are not followed: they lead out of the folder, in circles, or to what is
 * listed already; hidden files, and what is neither file nor folder, are passed over. Rejects with Node's error when the folder itself cannot be read.
 */
export async function scanFolder(folder: string, bounds = usualBounds): Promise<FolderScan> {
  const root = await realpath(folder);
  const audio: FoundFile[] = [];
  const others: FoundFile[] = [];
  const directories: string[] = [];
  const unreadable: string[] = [];
  const leftOut = { names: 0, beyond: false };
  const waiting = [{ directory: '', depth: 0 }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { directory, depth } = next;
    const entries = await list(root, directory);
    if (entries === null) {
      unreadable.push(directory);
      continue;
    }
    directories.push(directory);
    const seen = entries.filter(({ name }) => !name.startsWith('.'));
    const inner = seen.filter((entry) => entry.isDirectory()).map(({ name }) => join(directory, name));
    if (depth < bounds.depth) waiting.push(...inner.map((one) => ({ directory: one, depth: depth + 1 })));
    else leftOut.beyond ||= inner.length > 0;
    const names = seen.filter((entry) => entry.isFile()).map(({ name }) => join(directory, name));
    leftOut.names += names.filter((name) => audioEndings.test(name) && name.includes('\ufffd')).length;
    audio.push(
      ...(await stamps(
        root,
        names.filter((name) => audioEndings.test(name)),
      )),
    );
    others.push(
      ...(await stamps(
        root,
        names.filter((name) => otherEndings.test(name)),
      )),
    );
    if (audio.length < bounds.files) continue;
    leftOut.beyond ||= audio.length > bounds.files || waiting.length > 0;
    audio.length = bounds.files;
    break;
  }
  return { audio, others, directories, unreadable, leftOut };
}

/** The entries of a directory by name; null when it cannot be read, unless it is the folder itself: then Node's error. */
async function list(root: string, directory: string): Promise<Dirent[] | null> {
  try {
    const entries = await readdir(path.join(root, directory), { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (cause) {
    if (directory === '') throw cause;
    return null;
  }
}

async function stamps(root: string, names: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (let at = 0; at < names.length; at += atOnce) {
    const some = await Promise.all(names.slice(at, at + atOnce).map((name) => stamp(root, name)));
    found.push(...some.flat());
  }
  return found;
}

/** A file that went meanwhile is not there. */
async function stamp(root: string, name: string): Promise<FoundFile[]> {
  const about = await lstat(path.join(root, name)).catch(() => null);
  return about?.isFile() === true ? [{ name, size: about.size, modifiedAt: about.mtimeMs }] : [];
}

function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
