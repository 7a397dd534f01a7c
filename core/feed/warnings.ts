import type { FeedWarning } from './feed.ts';

/** What was lost or mended, counted by kind. */
export class Warnings {
  readonly #byCode = new Map<string, FeedWarning>();

  /** `detail` of the first of its kind is kept, as an example. */
  add(code: string, detail?: string): void {
    const warning = this.#byCode.get(code);
    if (warning) warning.count += 1;
    else
      this.#byCode.set(code, {
        code,
        count: 1,
        ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }),
      });
  }

  list(): FeedWarning[] {
    return [...this.#byCode.values()];
  }
}
