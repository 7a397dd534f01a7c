import { appError } from '../../core/app-error.ts';
import { assertNever } from '../../core/assert-never.ts';
import { longestNote } from '../../core/highlights/highlight.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { episodeIdStart } from './join-episodes.ts';
import type { PodcastRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

type HighlightCommand = Extract<
  Command,
  { kind: 'keep-highlight' | 'change-highlight' | 'delete-highlight' }
>;

/** Changing a highlight that was deleted meanwhile fails with `not-found`; deleting it again is no error. */
export function changeHighlights(command: HighlightCommand, at: number): Promise<Result<null>> {
  const { highlights } = library;
  return writeLibrary([highlights], async () => {
    switch (command.kind) {
      case 'keep-highlight':
        await highlights.put(command.highlight);
        return success(null);
      case 'change-highlight':
        return change(command, at);
      case 'delete-highlight':
        await highlights.delete(command.highlightId);
        return success(null);
      default:
        return assertNever(command, 'command');
    }
  });
}

async function change(
  { highlightId, change: changed }: Extract<Command, { kind: 'change-highlight' }>,
  at: number,
): Promise<Result<null>> {
  const highlight = await library.highlights.get(highlightId);
  if (highlight === undefined) return failure(appError('not-found', `highlight ${highlightId}`));
  const next = { ...highlight, ...changed, updatedAt: at };
  await library.highlights.put({ ...next, note: next.note.slice(0, longestNote) });
  return success(null);
}

/** Gives highlights that were kept from an earlier subscription back to the show: its episodes end in the same digits. */
export async function adoptHighlights({ id, feedKey }: PodcastRow): Promise<void> {
  const idStart = episodeIdStart(id);
  await library.highlights
    .where('origin.feedKey')
    .equals(feedKey)
    .modify((highlight, row) => {
      const episodeId = idStart + highlight.episodeId.slice(idStart.length);
      row.value = { ...highlight, episodeId };
    });
}

/** The show has moved to another address. */
export async function moveHighlights(
  fromFeedKey: string,
  { feedUrl, feedKey }: Pick<PodcastRow, 'feedUrl' | 'feedKey'>,
): Promise<void> {
  await library.highlights
    .where('origin.feedKey')
    .equals(fromFeedKey)
    .modify((highlight, row) => {
      row.value = { ...highlight, origin: { ...highlight.origin, feedUrl, feedKey } };
    });
}
