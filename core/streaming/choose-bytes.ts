/** What is known when a player wants the byte at `at` of an episode that is still on its way. */
export interface ByteWish {
  readonly at: number;
  /** Whether it is on the disk. */
  readonly isHere: boolean;
  /** Where the transfer writes. */
  readonly position: number;
  /** `growing`: a transfer adds to them. `resting`: it will go on later. `gone`: they were removed. `whole`: no more will come. */
  readonly stage: 'resting' | 'growing' | 'whole' | 'gone';
  /** Whether a request of our own is sure to bring the same recording: the server gave a validator, and keeps to it. */
  readonly canAsk: boolean;
}

export type ByteWay =
  | 'disk'
  /** For the transfer to come by. */
  | 'wait'
  /** For the transfer to come there now, out of turn. */
  | 'wish'
  /** A request of our own from that byte on. */
  | 'network'
  /** Nothing can bring the byte without risking that it belongs to another recording. */
  | 'none';

/** So near ahead of the transfer, waiting for it is quicker than another request. */
export const nearBytes = 64 * 1024;

/** Where the next byte comes from. Two answers of a server are never mixed unless a validator proves them to be one file. */
export function chooseBytes({ at, isHere, position, stage, canAsk }: ByteWish): ByteWay {
  if (stage !== 'gone' && isHere) return 'disk';
  if (stage === 'growing') {
    const isNear = at >= position && at - position <= nearBytes;
    return isNear || !canAsk ? 'wait' : 'wish';
  }
  if (canAsk) return 'network';
  return stage === 'resting' ? 'wait' : 'none';
}
