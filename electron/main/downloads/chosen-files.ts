import type { DownloadRequest } from '../../../core/download/download.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { checkChosenFile, enterChosenFile } from './chosen-file.ts';
import type { DownloadFolders } from './download-folders.ts';
import { doneSnapshot, findFinished } from './finished-files.ts';
import type { PartFile } from './part-file.ts';
import type { QueueRunner, QueueRunnerNeeds } from './queue-runner.ts';
import type { RunInTurn } from './run-in-turn.ts';
import { freeBytesAt } from './transfer.ts';

interface Chosen {
  readonly file: string;
  readonly signal?: AbortSignal;
}

/** Files that the user chose for episodes whose own are missing. */
export class ChosenFiles {
  constructor(
    private readonly needs: Pick<QueueRunnerNeeds, 'folder' | 'freeBytes' | 'announce'>,
    private readonly by: {
      readonly folders: DownloadFolders;
      readonly runner: QueueRunner;
      readonly inTurn: RunInTurn;
      readonly newPart: (request: DownloadRequest) => PartFile;
    },
  ) {}

  /** Nothing else may be done with the episode meanwhile. Rejects as the functions of `chosen-file.ts`, after `signal` while it is copied too. */
  async take(request: DownloadRequest, chosen: Chosen): Promise<Record<string, never>> {
    const { episodeId } = request;
    const { folders, runner } = this.by;
    const known = await findFinished(folders.all(), episodeId);
    await checkChosenFile({ file: chosen.file, folder: this.needs.folder(), bytes: known?.entry.bytes });
    const entry = await runner.doInstead(episodeId, (ending) => this.enter(request, chosen, ending));
    const { fileName, bytes } = entry;
    if (runner.queue.items.has(episodeId)) runner.fold({ type: 'finished', episodeId, fileName, bytes });
    else this.needs.announce(doneSnapshot(entry));
    return {};
  }

  /** What finished while its transfer was being ended is taken instead of the file. */
  private async enter(request: DownloadRequest, chosen: Chosen, ending: AbortSignal): Promise<LedgerEntry> {
    const { episodeId } = request;
    const { folders, runner, inTurn, newPart } = this.by;
    const { freeBytes = freeBytesAt } = this.needs;
    const done = await findFinished(folders.all(), episodeId);
    if (done?.isPresent === true) return done.entry;
    const known = runner.parts.get(episodeId);
    const part = known ?? newPart(request);
    const signals = chosen.signal === undefined ? [ending] : [ending, chosen.signal];
    try {
      const ledger = await folders.use(part.folder);
      const needs = { part, ledger, freeBytes, signal: AbortSignal.any(signals), inTurn };
      const entry = await enterChosenFile(chosen.file, needs);
      runner.parts.delete(episodeId);
      return entry;
    } catch (cause) {
      if (known === undefined) runner.discard(episodeId);
      throw cause;
    }
  }
}
