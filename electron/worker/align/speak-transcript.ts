import { phonesOfWords } from '../../../core/alignment/phones-of-words.ts';
import { spokenForm } from '../../../core/alignment/spoken-form.ts';
import type { SpokenText } from '../../../core/alignment/spoken-text.ts';
import { SpokenTextMaker } from '../../../core/alignment/spoken-text-maker.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import type { Voice } from './voice.ts';

/** A "sentence" without an end is no sentence: so many characters of it are spoken (some ten minutes). */
const mostCharacters = 10_000;

/** The sentences of a transcript in order, each with its text and its words as ranges of that text. */
export function sentencesOf({ paragraphs }: Transcript) {
  return paragraphs.flatMap(({ text, sentences }) =>
    sentences.map(({ start, end, words }) => ({
      text: text.slice(start, end),
      words: words.map((word) => ({ start: word.start - start, end: word.end - start })),
    })),
  );
}

/** Lets a voice read a transcript aloud. `onShare` hears the share that is read after each sentence. */
export function speakTranscript(
  transcript: Transcript,
  voice: Voice,
  onShare: (share: number) => void,
): SpokenText {
  const maker = new SpokenTextMaker();
  const sentences = sentencesOf(transcript);
  sentences.forEach(({ text, words }, sentence) => {
    if (words.length > 0) {
      const form = spokenForm(text, words, voice.language);
      const { samples, sampleRate, marks } = voice.say(form.text.slice(0, mostCharacters));
      const phones = phonesOfWords(marks, form.words, (samples.length / sampleRate) * 1000);
      maker.add(sentence, { samples, sampleRate, phones });
    }
    onShare((sentence + 1) / sentences.length);
  });
  return maker.finish();
}
