import type { AppError } from '../../../core/app-error.ts';
import { appError } from '../../../core/app-error.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { FedAudio } from '../../../core/ipc/media-contract.ts';
import { request } from '../../desktop/client.ts';

type Wanted = RequestArgs<'media:segment'>['wanted'];
type Segment = RequestResult<'media:segment'>;

/** As much sound lies ready (s): a busy disk is not heard. */
const aheadSeconds = 45;
/** As much stays after it was heard (s). Chromium holds some 12 MB in all. */
const behindSeconds = 30;
/** The buffer's ends are compared less sharply than they are set (s): the element itself allows for as much. */
const sameSeconds = 0.02;
/** A jump to where the buffer was begun is our own (s). */
const sameMoment = 0.0001;
/** The frame that sets the decoder up must lie wholly before the window of what is heard (s). */
const windowMargin = 0.0005;

/**
 * Feeds a media element with a file of several pieces, segment by segment, through Media Source Extensions, which play on
 * where rate or channels change (docs/decisions/0008-audio-faces.md). The element is used as with any other address:
 * where it stands tells what it needs.
 */
export class SegmentFeed {
  readonly #source = new MediaSource();
  readonly #audio: FedAudio;
  /** What the element gets as its source; good until `close`. */
  readonly address = URL.createObjectURL(this.#source);
  #element: HTMLMediaElement | null = null;
  #onFailure: (error: AppError) => void = () => undefined;
  #buffer: SourceBuffer | null = null;
  /** Where the element jumped to and nothing was fetched for yet. */
  #jump: { readonly seconds: number; readonly wasBuffered: boolean } | null = null;
  /** Where what is buffered was begun: the one place in it at which a decoder can begin without loss. */
  #begun = Number.NaN;
  /** Number of the segment that follows what is buffered; null after the last. */
  #next: number | null = null;
  #isWorking = false;

  constructor(audio: FedAudio) {
    this.#audio = audio;
    this.#source.addEventListener('sourceopen', this.#open, { once: true });
  }

  /** Begins to feed; what goes wrong with the file is told, and feeding ends. */
  attach(element: HTMLMediaElement, onFailure: (error: AppError) => void): void {
    this.#element = element;
    this.#onFailure = onFailure;
    element.addEventListener('seeking', this.#noteJump);
    element.addEventListener('timeupdate', this.#work);
    element.addEventListener('waiting', this.#work);
  }

  /** Lets go of the element and of the address. */
  close(): void {
    this.#element?.removeEventListener('seeking', this.#noteJump);
    this.#element?.removeEventListener('timeupdate', this.#work);
    this.#element?.removeEventListener('waiting', this.#work);
    this.#element = null;
    this.#buffer = null;
    URL.revokeObjectURL(this.address);
  }

  readonly #open = (): void => {
    if (this.#element === null) return;
    this.#buffer = this.#source.addSourceBuffer(this.#audio.type);
    this.#source.duration = this.#audio.seconds;
    this.#jump = { seconds: this.#element.currentTime, wasBuffered: false };
    this.#work();
  };

  readonly #noteJump = (): void => {
    const seconds = this.#element?.currentTime ?? 0;
    if (Math.abs(seconds - this.#begun) < sameMoment && this.#isBuffered(seconds)) return;
    this.#jump = { seconds, wasBuffered: this.#isBuffered(seconds) };
    this.#work();
  };

  #isBuffered(seconds: number): boolean {
    const { buffered } = this.#buffer ?? {};
    if (!buffered || buffered.length === 0) return false;
    return seconds >= buffered.start(0) - sameSeconds && seconds <= buffered.end(0) + sameSeconds;
  }

  /** One step after another until the element has what it needs; called again whenever that may have changed. */
  readonly #work = (): void => {
    if (this.#isWorking) return;
    this.#isWorking = true;
    void this.#workOn().finally(() => (this.#isWorking = false));
  };

  async #workOn(): Promise<void> {
    try {
      while (await this.#step());
    } catch (error) {
      // A source that closed under a step needs nothing more.
      if (this.#buffer !== null && this.#source.readyState !== 'closed')
        this.#fail(appError('audio-unplayable', String(error)));
    }
  }

  /** Answers whether there may be more to do. */
  async #step(): Promise<boolean> {
    const jump = this.#jump;
    const wanted = jump ? { seconds: Math.min(jump.seconds, this.#audio.seconds) } : this.#wantedNext();
    if (wanted === null) return false;
    const segment = await this.#fetch(wanted);
    const [element, buffer] = [this.#element, this.#buffer];
    if (segment === null || element === null || buffer === null) return false;
    // The element went elsewhere while the disk was read.
    if (this.#jump !== jump) return true;
    await this.#makeRoom(
      buffer,
      jump === null ? element.currentTime - behindSeconds : Number.POSITIVE_INFINITY,
    );
    await append(buffer, segment);
    this.#next = segment.isLast ? null : segment.number + 1;
    if (segment.isLast && this.#source.readyState === 'open') this.#source.endOfStream();
    if (jump !== null && this.#jump === jump) this.#land(element, jump);
    return true;
  }

  /** What is buffered begins where the element wants it now. Had it begun to decode what was there before, it begins again. */
  #land(
    element: HTMLMediaElement,
    { seconds, wasBuffered }: { seconds: number; wasBuffered: boolean },
  ): void {
    this.#jump = null;
    this.#begun = seconds;
    if (wasBuffered) element.currentTime = seconds;
  }

  #wantedNext(): Wanted | null {
    const { buffered } = this.#buffer ?? {};
    if (this.#next === null || !buffered || buffered.length === 0) return null;
    const ahead = buffered.end(buffered.length - 1) - (this.#element?.currentTime ?? 0);
    return ahead > aheadSeconds ? null : { number: this.#next };
  }

  async #fetch(wanted: Wanted): Promise<Segment | null> {
    const { episodeId, version } = this.#audio;
    const answer = await request('media:segment', { episodeId, version, wanted });
    if (answer.ok) return answer.value;
    if (this.#element !== null) this.#fail(answer.error);
    return null;
  }

  async #makeRoom(buffer: SourceBuffer, end: number): Promise<void> {
    if (end > 0) await settle(buffer, () => buffer.remove(0, end));
  }

  #fail(error: AppError): void {
    const tell = this.#onFailure;
    this.close();
    tell(error);
  }
}

/** Frames carry no times of their own: they begin where they are told to. */
async function append(buffer: SourceBuffer, segment: Segment): Promise<void> {
  const { startSeconds, soundSeconds, bytes } = segment;
  buffer.timestampOffset = startSeconds;
  buffer.appendWindowStart = startSeconds < soundSeconds ? soundSeconds + windowMargin : 0;
  await settle(buffer, () => buffer.appendBuffer(bytes));
}

/** Does one thing with a source buffer and waits until it is done. */
function settle(buffer: SourceBuffer, act: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    const end = (done: () => void) => () => {
      listening.abort();
      done();
    };
    buffer.addEventListener('updateend', end(resolve), { signal });
    buffer.addEventListener(
      'error',
      end(() => reject(new Error('The sound was refused'))),
      { signal },
    );
    act();
  });
}
