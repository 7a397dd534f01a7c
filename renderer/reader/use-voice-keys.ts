import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStart, previousStart } from '../../core/transcript/cue-at.ts';
import type { TextUnit } from '../../core/transcript/cue-at.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { clearLoop, loopStretch } from '../player/loop-commands.ts';
import { currentPositionMs } from '../player/playback-clock.ts';
import { seekTo } from '../player/playback-commands.ts';
import { usePlayback } from '../player/playback-store.ts';
import { notify } from '../ui/notices.tsx';
import { cueIndexOf } from './cue-index-of.ts';
import { onReaderRequest } from './reader-request.ts';
import { isSameLoop, sentenceLoop } from './sentence-loop.ts';

/** A unit that began less than this ago is taken for the one before: who goes back twice means two units (ms). */
const graceMs: Readonly<Record<TextUnit, number>> = { word: 350, sentence: 1000, paragraph: 1500 };

/** Keys that steer the sound by the text on screen: by words, sentences and paragraphs, and round a sentence. */
export function useVoiceKeys(transcript: Transcript, episodeId: string, onStep: () => void): void {
  const { t } = useTranslation();
  useEffect(() =>
    onReaderRequest((request) => {
      if (request.kind !== 'step-voice' && request.kind !== 'loop-sentence') return;
      if (transcript.timing === 'none') notify({ tone: 'info', title: t('reader.noTimes') });
      else if (usePlayback.getState().episodeId !== episodeId)
        notify({ tone: 'info', title: t('reader.playFirst') });
      else if (request.kind === 'loop-sentence') {
        if (!toggleLoop(transcript)) notify({ tone: 'info', title: t('reader.noSentence') });
      } else {
        step(transcript, request);
        onStep();
      }
    }),
  );
}

/** A loop round a sentence goes with the listener to the next one. */
function step(
  transcript: Transcript,
  { unit, forward }: { readonly unit: TextUnit; readonly forward: boolean },
): void {
  const index = cueIndexOf(transcript);
  const from = currentPositionMs();
  const to = forward
    ? nextStart(index, from, unit)
    : previousStart(index, from, { unit, graceMs: graceMs[unit] });
  if (to === null) return;
  const { loop, durationMs: soundMs } = usePlayback.getState();
  const isLooped =
    loop !== null && isSameLoop(loop, sentenceLoop(transcript, index, { positionMs: loop.startMs, soundMs }));
  seekTo(to);
  const moved = isLooped ? sentenceLoop(transcript, index, { positionMs: to, soundMs }) : null;
  if (moved !== null) loopStretch(moved);
}

/** False where no sentence has a time of its own. */
function toggleLoop(transcript: Transcript): boolean {
  const { durationMs: soundMs, loop: present } = usePlayback.getState();
  const place = { positionMs: currentPositionMs(), soundMs };
  const loop = sentenceLoop(transcript, cueIndexOf(transcript), place);
  if (loop === null) return false;
  if (isSameLoop(loop, present)) clearLoop();
  else loopStretch(loop);
  return true;
}
