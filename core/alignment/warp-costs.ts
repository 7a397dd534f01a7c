/** What steps cost that are not both forwards at once, and what it costs to leave something out. */
export interface WarpCosts {
  /** Standing still in the text or in the sound for one row. */
  readonly wait: number;
  /** Leaving out one row of sound between two sentences. */
  readonly skipSound: number;
  /** Leaving out one row of text, as part of a whole sentence. */
  readonly skipText: number;
}
