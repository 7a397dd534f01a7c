/** What we use of eSpeak NG as compiled to WebAssembly: the package brings no types. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface SpeechEvent {
    readonly type:
      | 'list_terminated'
      | 'word'
      | 'sentence'
      | 'mark'
      | 'play'
      | 'end'
      | 'msg_terminated'
      | 'phoneme'
      | 'samplerate';
    /** Place in the text, counted in Unicode characters from 1. */
    readonly text_position: number;
    readonly word_length: number;
    /** ms from the beginning of the speech. */
    readonly audio_position: number;
    /** Of a phoneme: its name, in IPA. */
    readonly id: string | number | undefined;
  }

  export interface Speaker {
    /** 0: the voice is there. */
    set_voice(name: string): number;
    /** Words a minute. */
    set_rate(wordsPerMinute: number): void;
    set_pitch(percent: number): void;
    set_range(percent: number): void;
    get_samplerate(): number;
    list_voices(): {
      readonly name: string;
      readonly identifier: string;
      readonly languages: { readonly priority: number; readonly name: string }[];
    }[];
    /** Hears samples and the events that lie in them; a true answer ends the speech. */
    synthesize(text: string, hear: (samples: Int16Array, events: SpeechEvent[]) => boolean): void;
  }

  export interface EspeakModule {
    readonly eSpeakNGWorker: new () => Speaker;
  }

  const load: (options?: {
    /** Gives the voice data instead of reading the file beside the script. */
    getPreloadedPackage?: (name: string, size: number) => ArrayBuffer;
  }) => Promise<EspeakModule>;
  export default load;
}
