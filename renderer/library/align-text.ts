import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import type { AlignableText } from './alignable-text.ts';
import { alignableText } from './alignable-text.ts';
import { hideAlignment, showAlignment } from './alignment-progress.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { getEpisode } from './episodes.ts';
import { loadEpisodeTexts } from './episode-texts.ts';
import { makeAlignment } from './make-alignment.ts';
import { getEpisodeSettings } from './podcast-settings.ts';
import type { AlignmentRow } from './rows.ts';
import { settledAlignment } from './settled-alignment.ts';
import { writeLibrary } from './write-library.ts';

/** The name the alignment of an episode that the listener waits for can be cancelled by. */
const underWay = new Map<string, string>();

type AlignmentCommand = Extract<
  Command,
  { kind: 'request-alignment' | 'cancel-alignment' | 'forget-alignment' }
>;

/** What the listener wants of the times of a text. */
export async function changeAlignment(command: AlignmentCommand): Promise<Result<null>> {
  const { kind, episodeId } = command;
  if (kind === 'cancel-alignment') return cancelAlignment(episodeId);
  const { textHash } = command;
  if (kind === 'forget-alignment') return forgetAlignment(episodeId, textHash);
  const dropped =
    command.again === true ? await request('alignment:forget', { episodeId, textHash }) : success({});
  return dropped.ok ? requestAlignment(episodeId, textHash) : dropped;
}

/**
 * Remembers that the listener wants the times of a text, and begins to look for them: the answer is there before they are.
 * What the app's end interrupts begins again at the next start.
 */
async function requestAlignment(episodeId: string, textHash: string): Promise<Result<null>> {
  const kept = await writeLibrary([library.alignments], async () => {
    await library.alignments.put({ episodeId, textHash, state: 'wanted' });
    return success(null);
  });
  if (kept.ok) void fulfil({ episodeId, textHash });
  return kept;
}

/** Ends it and forgets that it was wanted. What was found so far stays for another time. */
function cancelAlignment(episodeId: string): Promise<Result<null>> {
  stopAlignment(episodeId);
  return writeLibrary([library.alignments], async () => {
    await library.alignments.delete(episodeId);
    return success(null);
  });
}

/** What is wanted for another text of the episode goes on. */
async function forgetAlignment(episodeId: string, textHash: string): Promise<Result<null>> {
  const dropped = await request('alignment:forget', { episodeId, textHash });
  if (!dropped.ok) return dropped;
  return writeLibrary([library.alignments], async () => {
    const row = await library.alignments.get(episodeId);
    // Written though it may say nothing new: whoever shows the times hears that there are others now.
    await library.alignments.put(row?.state === 'wanted' ? row : settledAlignment(episodeId, textHash));
    return success(null);
  });
}

/** Ends what is under way for an episode whose audio goes. */
export function stopAlignment(episodeId: string): void {
  const requestId = underWay.get(episodeId);
  if (requestId === undefined) return;
  underWay.delete(episodeId);
  hideAlignment(episodeId);
  void request('request:cancel', { requestId });
}

/** Goes on with what the listener waited for when the app ended. Once, at the start. */
export async function resumeAlignments(): Promise<void> {
  const wanted = await library.alignments.where('state').equals('wanted').toArray();
  await Promise.all(wanted.map((row) => fulfil(row, { isResumed: true })));
}

type Wanted = Pick<AlignmentRow, 'episodeId' | 'textHash'>;

/** Never fails: nobody waits for it. */
async function fulfil({ episodeId, textHash }: Wanted, { isResumed = false } = {}): Promise<void> {
  stopAlignment(episodeId);
  const requestId = crypto.randomUUID();
  const isWanted = (): boolean => underWay.get(episodeId) === requestId;
  underWay.set(episodeId, requestId);
  showAlignment(episodeId, null);
  const made = await attempt({ episodeId, textHash }, { requestId, isWanted });
  if (made === null || !isWanted()) return;
  underWay.delete(episodeId);
  // Where the library cannot be written it stays wanted, and the next start goes on with it.
  await noteOutcome({ episodeId, textHash }, made, isResumed).catch(() => undefined);
  hideAlignment(episodeId);
}

/** Null where it was given up meanwhile. A library that cannot be read is a failure like others. */
async function attempt(
  { episodeId, textHash }: Wanted,
  { requestId, isWanted }: { readonly requestId: string; readonly isWanted: () => boolean },
): Promise<Result<unknown> | null> {
  try {
    const text = await findText(episodeId, textHash);
    if (!isWanted()) return null;
    if (text === null) return failure(appError('not-found', `a text of ${episodeId}`));
    return await makeAlignment(text, { requestId, episodeId, ahead: false });
  } catch (cause) {
    return failure(appError('library-failed', String(cause)));
  }
}

async function noteOutcome(
  { episodeId, textHash }: Wanted,
  made: Result<unknown>,
  isResumed: boolean,
): Promise<void> {
  const { alignments, downloads } = library;
  // Another text was asked for a moment ago.
  if ((await alignments.get(episodeId))?.textHash !== textHash) return;
  const { version } = settledAlignment(episodeId, textHash);
  const isMissing = !made.ok && made.error.code === 'audio-missing';
  const isHere = (await downloads.get(episodeId))?.state === 'done';
  // The audio was deleted meanwhile: there is nothing left to say.
  if (isMissing && !isHere) await alignments.delete(episodeId);
  else if (made.ok) await alignments.update(episodeId, { state: 'settled', version });
  // What was wanted in an earlier run stays so while the drive of the audio is away.
  else if (!isMissing || !isResumed)
    await alignments.update(episodeId, { state: 'failed', error: made.error });
}

async function findText(episodeId: string, textHash: string): Promise<AlignableText | null> {
  const [view, texts, settings] = await Promise.all([
    getEpisode(episodeId),
    loadEpisodeTexts(episodeId),
    getEpisodeSettings(episodeId),
  ]);
  if (view === null || !texts.ok) return null;
  const known = texts.value.texts.map(({ key, transcript }) =>
    alignableText(transcript, { ofShow: view.podcast.language, chosen: settings.spokenLanguages?.[key] }),
  );
  return known.find((text) => text.textHash === textHash) ?? null;
}
