/** Where a word was heard: frames, `end` exclusive. */
export interface HeardWord {
  readonly start: number;
  readonly end: number;
}
