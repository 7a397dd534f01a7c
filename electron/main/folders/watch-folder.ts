import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import path from 'node:path';

/** More directories are not worth the system's few watches: such a folder is looked at when the window gets the focus. */
const mostDirectories = 200;
/** A file that is copied in changes all the while: it is looked at once it has rested (ms). */
const restMs = 1_500;

/** Hears of changes in some directories of a folder, where the system tells them. */
export class FolderWatch {
  private watchers: FSWatcher[] = [];
  private watched = '';
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly onChange: () => void) {}

  /** Watches these from now on, and no others. */
  set(folder: string, directories: readonly string[]): void {
    const wanted = directories.length > mostDirectories ? [] : directories;
    const key = JSON.stringify([folder, wanted]);
    if (key === this.watched) return;
    this.close();
    this.watched = key;
    this.watchers = wanted.flatMap((directory) => this.open(path.join(folder, directory)));
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
    this.watchers = [];
    this.watched = '';
  }

  /** A directory that cannot be watched is looked at all the same. */
  private open(directory: string): FSWatcher[] {
    try {
      const watcher = watch(directory, { persistent: false }, () => this.heard());
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      return [];
    }
  }

  private heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onChange, restMs);
    this.timer.unref();
  }
}
