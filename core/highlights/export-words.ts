/** What a saved file says in the user's language, and how that language writes times and days. */
export interface ExportWords {
  /** Heading of the whole. */
  readonly title: string;
  /** Position in the audio; takes ms. */
  readonly time: (ms: number) => string;
  /** A day; takes ms since the epoch. */
  readonly day: (at: number) => string;
}
