import { stat } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { OfferedFile } from '../../../core/ipc/import-contract.ts';
import type { TakenTexts } from '../../../core/ipc/transcript-contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import type { DownloadService } from '../downloads/download-service.ts';
import { scanFolder } from '../folders/scan-folder.ts';
import type { BroughtTextReader } from '../transcripts/brought-texts.ts';

export interface ImportServiceNeeds {
  readonly downloads: Promise<Pick<DownloadService, 'takeFile'>>;
  readonly runJob: RunWorkerJob;
  readonly texts: Pick<BroughtTextReader, 'besideOriginal'>;
}

type Offer = RequestResult<'import:choose'>;

/** More than anybody brings in at once; the rest can follow. */
const mostFiles = 5_000;
const filesInJob = 24;
const noAudio: ReadonlySet<string> = new Set(['html', 'text', 'empty', 'unknown']);

/** Audio files of the user on their way to the episodes they are. */
export class ImportService {
  /** Where each offered file lies, by the number the window knows it by; of the latest offer. */
  private offered: readonly string[] = [];

  constructor(private readonly needs: ImportServiceNeeds) {}

  /** Says what these files are, those in folders too. After `signal` the rest is left out. */
  async offer(paths: readonly string[], signal: AbortSignal): Promise<Result<Offer>> {
    const files = (await Promise.all(paths.map(filesAt))).flat().slice(0, mostFiles);
    this.offered = files;
    const offered: OfferedFile[] = [];
    for (let at = 0; at < files.length && !signal.aborted; at += filesInJob) {
      const some = files.slice(at, at + filesInJob);
      const described = await this.needs.runJob('audio:describe', { files: some });
      for (const [index, about] of (described.ok ? described.value.described : []).entries()) {
        if (about === null || noAudio.has(about.kind)) continue;
        const { durationMs, tags, source } = about;
        const file = { file: at + index, name: path.basename(some[index] ?? ''), bytes: source.size, tags };
        offered.push({ ...file, ...(durationMs !== undefined && { durationMs }) });
      }
    }
    return success({ files: offered, refused: files.length - offered.length });
  }

  /**
   * Copies an offered file among the downloads; null where `signal` ended that. Fails with `not-found` and the codes of
   * `DownloadService.takeFile`.
   */
  async take(
    { file, download, feedLanguage }: Omit<RequestArgs<'import:take'>, 'requestId'>,
    signal: AbortSignal,
  ): Promise<Result<TakenTexts | null>> {
    const source = this.offered[file];
    if (source === undefined) return failure(appError('not-found', `offered file ${file}`));
    const taken = await (await this.needs.downloads).takeFile(download, source, signal);
    if (!taken.ok) return signal.aborted ? success(null) : taken;
    return success(await this.needs.texts.besideOriginal(source, download.episodeId, feedLanguage));
  }
}

/** The file, or the audio files of a folder; none where nothing can be looked at. */
async function filesAt(place: string): Promise<string[]> {
  const about = await stat(place).catch(() => null);
  if (about?.isFile() === true) return [place];
  if (about?.isDirectory() !== true) return [];
  const scan = await scanFolder(place).catch(() => null);
  return scan?.audio.map(({ name }) => path.join(place, name)) ?? [];
}
