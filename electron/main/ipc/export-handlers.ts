import type { BrowserWindow } from 'electron';
import { episodeBaseName } from '../../../core/download/file-name.ts';
import { extensionOf } from '../../../core/export/export-format.ts';
import { bookFolder } from '../../../core/export/write-book.ts';
import { success } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { audioForBook } from '../export/audio-for-book.ts';
import { saveArchive } from '../export/save-archive.ts';
import type { Archive } from '../export/write-archive.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { MediaService } from '../media/media-service.ts';
import { errorFromNode } from '../network/network-error.ts';
import { printPage } from '../system/print-page.ts';
import type { Handlers } from './answer-request.ts';
import { askWhereToSave } from './ask-where-to-save.ts';
import type { Cancellations } from './cancellations.ts';

export interface ExportNeeds {
  readonly window: () => BrowserWindow | null;
  readonly media: Pick<MediaService, 'findLocal'>;
  readonly cancellations: Cancellations;
  /** The built thread that writes books. */
  readonly bookThread: string;
}

type ExportHandlers = Pick<Handlers, 'export:audio' | 'export:save' | 'export:save-book' | 'export:print'>;

/** Texts that leave Earmark: as files where the user says, and on paper. */
export function exportHandlers({ window, media, cancellations, bookThread }: ExportNeeds): ExportHandlers {
  const ask = (episode: { episodeTitle: string; publishedAt?: number | undefined }, extension: string) =>
    askWhereToSave(window(), {
      defaultPath: `${episodeBaseName(episode)}.${extension}`,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
  return {
    'export:audio': async ({ episodeId }) => {
      const found = await findAudio(media, episodeId);
      return success({ audio: found?.inBook ?? null });
    },
    'export:save': async ({ format, content, ...episode }) => {
      const file = await ask(episode, extensionOf[format]);
      if (file === null) return success({ saved: false });
      return toResult(async () => {
        await replaceFile(file, content).catch((cause: unknown) => {
          throw new AppFailure(errorFromNode(cause, 'disk-failed'));
        });
        return { saved: true };
      });
    },
    'export:save-book': async ({ requestId, files, audioOf, ...episode }) => {
      const file = await ask(episode, extensionOf.epub);
      if (file === null) return success({ saved: false });
      const audio = audioOf === null ? null : await findAudio(media, audioOf);
      const attached = audio && { path: `${bookFolder}/${audio.inBook.name}`, file: audio.file };
      const archive: Archive = { files, attached };
      return toResult(() =>
        cancellations.run(requestId, async (signal) => ({
          saved: await saveArchive(file, archive, { thread: bookThread, signal }),
        })),
      );
    },
    'export:print': ({ html }) => toResult(async () => ({ printed: await printPage(html) })),
  };
}

/** The downloaded audio, where a book can carry it. */
async function findAudio(media: Pick<MediaService, 'findLocal'>, episodeId: string) {
  const found = await media.findLocal(episodeId);
  if (!found.ok || found.value === null) return null;
  const { path, source, about } = found.value;
  const inBook = audioForBook({
    kind: about.kind,
    bytes: source.size,
    hasPicture: about.hasPicture === true,
  });
  return inBook && { file: path, inBook };
}
