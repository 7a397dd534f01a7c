import { Resampler } from '../audio/resampler.ts';
import { CepstraMaker } from './cepstra.ts';
import { featureRate } from './frames.ts';
import type { PhoneOfWord } from './phones-of-words.ts';
import type { SpokenPhone, SpokenText, SpokenWord } from './spoken-text.ts';

/** Joins sentences as a synthetic voice says them to one `SpokenText`. Keeps their features, not their samples. */
export class SpokenTextMaker {
  private readonly cepstra = new CepstraMaker();
  private readonly words: SpokenWord[] = [];
  private readonly phones: SpokenPhone[] = [];
  private samples = 0;

  /** @param sentence Its index in the transcript: ascending. `word` of each phone is the index of the word in the sentence. */
  add(
    sentence: number,
    {
      samples,
      sampleRate,
      phones,
    }: { samples: Float32Array; sampleRate: number; phones: readonly PhoneOfWord[] },
  ): void {
    const fromMs = (this.samples / featureRate) * 1000;
    const resampler = new Resampler(sampleRate, featureRate);
    for (const piece of [resampler.push(samples), resampler.finish()]) {
      this.cepstra.push(piece);
      this.samples += piece.length;
    }
    let index = -1;
    for (const { name, startMs, endMs, word } of phones) {
      if (word !== index) {
        index = word;
        this.words.push({ sentence, index, startMs: fromMs + startMs });
      }
      const place = { startMs: fromMs + startMs, endMs: fromMs + endMs };
      this.phones.push({ name, ...place, word: this.words.length - 1 });
    }
  }

  finish(): SpokenText {
    return { features: this.cepstra.finish(), words: this.words, phones: this.phones };
  }
}
