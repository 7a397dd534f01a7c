import { framesOf, partAt } from './average-phones.ts';
import type { Heard } from './hear-phones.ts';
import type { FrameReader } from './frames.ts';
import type { PhoneModels } from './phone-models.ts';
import type { SpokenPhone } from './spoken-text.ts';

/** What a spoken text would sound like in this recording, by the models of a hearing. */
export class TemplateFrames implements FrameReader {
  readonly width: number;
  private readonly models: PhoneModels;
  /** Which sound each frame makes. */
  private readonly sounds: Uint16Array;

  constructor(
    { models, names }: Pick<Heard, 'models' | 'names'>,
    phones: readonly SpokenPhone[],
    readonly count: number,
  ) {
    this.models = models;
    this.width = models.meanOf(names.silence).length;
    this.sounds = new Uint16Array(count).fill(names.silence);
    for (const phone of phones) {
      const first = names.firstOf.get(phone.name);
      if (first === undefined) continue;
      const { start, end } = framesOf(phone);
      for (let frame = start; frame < Math.min(end, count); frame++) {
        this.sounds[frame] = first + partAt(frame, start, end);
      }
    }
  }

  read(frame: number, row: Float64Array): void {
    row.set(this.models.meanOf(this.sounds[frame]!));
  }
}
