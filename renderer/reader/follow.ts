/**
 * Whether the page keeps to the voice. `following`: it scrolls with it. `released`: the reader has scrolled away for a
 * while and can come back with one key. `off`: the reader asked to be left alone.
 */
export type FollowState = 'following' | 'released' | 'off';

export type FollowEvent =
  | 'scrolled-away'
  /** The pill, or Escape. */
  | 'returned'
  /** The button. */
  | 'toggled'
  /** A word was played from: the voice is where the reader is looking. */
  | 'played-from-text';

/** The next state; pure. */
export function nextFollowState(state: FollowState, event: FollowEvent): FollowState {
  switch (event) {
    case 'scrolled-away':
      return state === 'following' ? 'released' : state;
    case 'returned':
      return 'following';
    case 'toggled':
      return state === 'following' ? 'off' : 'following';
    case 'played-from-text':
      return state === 'released' ? 'following' : state;
  }
}
