import type { AlignedSentence } from './alignment.ts';
import { SpeechAligner } from './align-speech.ts';
import { chooseHearing } from './choose-hearing.ts';
import { isHeard } from './confidence-of.ts';
import type { HeardWord } from './heard-word.ts';
import { sentenceTimes } from './sentence-times.ts';
import type { SoundFeatures } from './sound-features.ts';
import type { SpokenText } from './spoken-text.ts';
import { withoutLonely } from './without-lonely.ts';

export interface VoiceTask {
  readonly sound: SoundFeatures;
  readonly spoken: SpokenText;
  /** How many words each sentence of the transcript has. */
  readonly wordCounts: readonly number[];
}

/** The sentences of a transcript as they were found in a sound; null for those that were not. Yields the share that is done. */
export function* alignWithVoice({
  sound,
  spoken,
  wordCounts,
}: VoiceTask): Generator<number, (AlignedSentence | null)[]> {
  const none = wordCounts.map(() => null);
  if (sound.levels.length === 0 || spoken.phones.length === 0) return none;
  const aligner = new SpeechAligner(sound, spoken);
  const hearing = yield* chooseHearing(aligner, spoken.words.length);
  if (hearing === null) return none;
  const heardBySentence = new Map<number, Map<number, HeardWord>>();
  for (const [word, heard] of hearing.words) {
    const { sentence, index } = spoken.words[word]!;
    const words = heardBySentence.get(sentence) ?? new Map<number, HeardWord>();
    heardBySentence.set(sentence, words.set(index, heard));
  }
  const sentences = wordCounts.map((count, sentence) => {
    const heard = heardBySentence.get(sentence);
    const confidence = hearing.confidences.get(sentence);
    if (heard === undefined || confidence === undefined || !isHeard(confidence)) return null;
    return sentenceTimes(heard, { count, confidence });
  });
  return withoutLonely(sentences);
}
