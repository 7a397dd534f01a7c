import type { Pcm } from '../../../core/audio/analyse-sound.ts';
import faad2 from './faad2/faad2.wasm?url&inline';

/** What `faad2/faad2.c` offers. Numbers are addresses in `memory`, or counts. */
interface Faad2 {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  allocate(bytes: number): number;
  open(config: number, bytes: number): number;
  decode(decoder: number, data: number, bytes: number): number;
  samples(): number;
  channels(): number;
  rate(): number;
}

/** WASI's "bad file descriptor": the decoder has no files. */
const noSuchFile = 8;
const withoutFiles = {
  fd_close: () => noSuchFile,
  fd_seek: () => noSuchFile,
  fd_write: () => noSuchFile,
};
/** No AAC frame of eight channels is longer (768 bytes a channel), and no ADTS header can tell of more. */
export const longestFrame = 8192;

let compiled: Promise<WebAssembly.Module> | undefined;

/** Decodes AAC frames without headers, one after another, in memory of its own, which goes with it. */
export class AacDecoder {
  private constructor(
    private readonly faad2: Faad2,
    private readonly decoder: number,
    private readonly input: number,
  ) {}

  /** Set up by an AudioSpecificConfig (ISO/IEC 14496-3 §1.6.2.1); throws when FAAD2 does not know what that asks for. */
  static async open(config: Uint8Array): Promise<AacDecoder> {
    compiled ??= WebAssembly.compile(Buffer.from(faad2.slice(faad2.indexOf(',') + 1), 'base64'));
    const { exports } = await WebAssembly.instantiate(await compiled, {
      wasi_snapshot_preview1: withoutFiles,
    });
    const module = exports as Faad2;
    module._initialize();
    const input = module.allocate(longestFrame);
    write(module, input, config);
    const decoder = module.open(input, Math.min(config.length, longestFrame));
    if (decoder === 0) throw new Error('Not an AAC set-up');
    return new AacDecoder(module, decoder, input);
  }

  /** The sound of one frame; `null` when it has none: when it is damaged, or the first, before which nothing stands. */
  decode(frame: Uint8Array): Pcm | null {
    const { faad2: module } = this;
    if (frame.length > longestFrame) return null;
    write(module, this.input, frame);
    const output = module.decode(this.decoder, this.input, frame.length);
    const [samples, count] = [module.samples(), module.channels()];
    if (output === 0 || samples === 0 || count === 0) return null;
    const interleaved = new Float32Array(module.memory.buffer, output, samples);
    return { channels: apart(interleaved, count), sampleRate: module.rate() };
  }
}

function apart(interleaved: Float32Array, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, channel) => {
    const samples = new Float32Array(interleaved.length / count);
    for (let at = 0, from = channel; at < samples.length; at += 1, from += count)
      samples[at] = interleaved[from] ?? 0;
    return samples;
  });
}

function write({ memory }: Faad2, address: number, bytes: Uint8Array): void {
  new Uint8Array(memory.buffer).set(bytes.subarray(0, longestFrame), address);
}
