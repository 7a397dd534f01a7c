import { setImmediate } from 'node:timers/promises';
import type { AlignedSentence, Alignment } from '../../../core/alignment/alignment.ts';
import { alignmentVersion } from '../../../core/alignment/alignment-version.ts';
import { alignWithVoice } from '../../../core/alignment/align-with-voice.ts';
import { findShifts } from '../../../core/alignment/find-shifts.ts';
import { frameMs } from '../../../core/alignment/frames.ts';
import type { SoundFeatures } from '../../../core/alignment/sound-features.ts';
import { readSoundFeatures, writeSoundFeatures } from '../../../core/alignment/sound-features.ts';
import type { SpokenText } from '../../../core/alignment/spoken-text.ts';
import { spreadOverSpeech } from '../../../core/alignment/spread-over-speech.ts';
import { appError } from '../../../core/app-error.ts';
import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import type { Result } from '../../../core/result.ts';
import { failure, success } from '../../../core/result.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { estimateDurationMs } from '../../../core/transcript/estimate-duration.ts';
import { collectGarbage } from './collect-garbage.ts';
import { hearSound } from './hear-sound.ts';
import { sentencesOf, speakTranscript } from './speak-transcript.ts';
import { Voice } from './voice.ts';

export interface AlignRequest {
  /** The sound from its first sample to its last. Not asked for when `resume` already holds what it tells. */
  readonly sound: AsyncIterable<Pcm>;
  /** How long the sound is, as far as is known: only progress depends on it. */
  readonly durationMs: number;
  /** Its own times, if it has any, steer nothing: they are held against what is heard, to find where they are off. */
  readonly transcript: Transcript;
  /** BCP 47: what the text is spoken in. */
  readonly language: string;
  /** Hears the share that is done, 0 to 1, never falling. */
  readonly onProgress: (share: number) => void;
  /**
   * Gets what need not be done again after an interruption (some 10 MB for an hour of sound), once. It is about the sound alone:
   * whoever keeps it sees to it that it comes back with the same one.
   */
  readonly onCheckpoint?: (checkpoint: Uint8Array) => void | Promise<void>;
  /** What `onCheckpoint` got. Bytes that cannot be read are taken for nothing. */
  readonly resume?: Uint8Array;
}

/** A text that takes longer to say than so many times the sound, and an hour, is not looked for. */
const mostTimesTheSound = 5;
const alwaysReadMs = 3_600_000;

/** Where each stage ends, as a share of all the work. */
const [heard, spoken] = [0.35, 0.6];

/**
 * Finds the words of a transcript in a sound. Fails with `transcript-empty` when there are no words and `audio-not-aligned` when
 * there is no sound; what is not found is no failure, but null in the result, and so is all of a text far longer than its
 * sound. Takes seconds of the processor at a time: belongs in a process of its own, and is cancelled by ending that.
 */
export async function alignText(request: AlignRequest): Promise<Result<Alignment>> {
  const { transcript, language, onProgress } = request;
  const sentences = sentencesOf(transcript);
  if (sentences.every(({ words }) => words.length === 0))
    return failure(appError('transcript-empty', 'no words to align'));
  const sound = await soundOf(request);
  collectGarbage();
  if (sound.levels.length === 0) return failure(appError('audio-not-aligned', 'No sound was decoded'));
  onProgress(heard);
  const durationMs = sound.levels.length * frameMs;
  const found = { version: alignmentVersion, language, durationMs } as const;
  if (isFarTooLong(transcript, durationMs))
    return success({
      ...found,
      method: 'voice',
      sentences: sentences.map(() => null),
      coveredMs: 0,
      shifts: [],
    });
  const spokenText = await readAloud(request);
  if (spokenText === null) {
    const lengths = sentences.map(({ words }) => words.map(({ start, end }) => end - start));
    const spread = spreadOverSpeech(sound, lengths);
    return success({ ...found, shifts: [], method: 'proportional', sentences: spread, coveredMs: 0 });
  }
  const wordCounts = sentences.map(({ words }) => words.length);
  const steps = alignWithVoice({ sound, spoken: spokenText, wordCounts });
  for (;;) {
    // Between steps messages to and from this process get through.
    await setImmediate();
    collectGarbage();
    const step = steps.next();
    if (step.done) {
      const shifts = findShifts(step.value, publishedTimes(transcript));
      const coveredMs = coveredBy(step.value);
      return success({ ...found, method: 'voice', sentences: step.value, coveredMs, shifts });
    }
    onProgress(spoken + step.value * (1 - spoken));
  }
}

/**
 * A book beside a chapter may hold its words, but a library beside a jingle is read aloud for hours and fills the memory before it is
 * found not to match: that is said at once.
 */
function isFarTooLong({ paragraphs }: Transcript, durationMs: number): boolean {
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  return estimateDurationMs(characters) > mostTimesTheSound * durationMs + alwaysReadMs;
}

/** Null when there is no voice for the language. The voice is let go here, with the 90 MB it takes, before the rest is begun. */
async function readAloud({ transcript, language, onProgress }: AlignRequest): Promise<SpokenText | null> {
  const voice = await Voice.open(language);
  return voice && speakTranscript(transcript, voice, (share) => onProgress(heard + share * (spoken - heard)));
}

async function soundOf({
  sound,
  durationMs,
  onProgress,
  onCheckpoint,
  resume,
}: AlignRequest): Promise<SoundFeatures> {
  const known = resume && readSoundFeatures(resume);
  if (known) return known;
  const features = await hearSound(sound, (untilMs) =>
    onProgress(heard * Math.min(1, untilMs / Math.max(durationMs, 1))),
  );
  await onCheckpoint?.(writeSoundFeatures(features));
  return features;
}

function coveredBy(sentences: readonly (AlignedSentence | null)[]): number {
  return sentences.reduce((sum, sentence) => sum + (sentence ? sentence.endMs - sentence.startMs : 0), 0);
}

/** When each sentence begins by its publisher. */
function publishedTimes({ timing, paragraphs }: Transcript) {
  const isPublished = timing === 'word' || timing === 'cue';
  const publishedMs = paragraphs.flatMap(({ sentences }) =>
    sentences.map(({ words }) => (isPublished ? words[0]?.startMs : undefined)),
  );
  return { publishedMs, timed: timing === 'word' ? timing : 'cue' } as const;
}
