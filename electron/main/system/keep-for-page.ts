export interface PageMail<What> {
  /** Passes it on, at once or when there is a page to take it. */
  readonly receive: (what: What) => void;
  /** A page is there: what waited for it goes first. */
  readonly open: (deliver: (what: What) => void) => void;
  /** The page is gone; the next one gets what comes meanwhile. */
  readonly close: () => void;
}

/** Keeps what arrives while no page is there, in its order. */
export function keepForPage<What>(): PageMail<What> {
  const waiting: What[] = [];
  let pass: ((what: What) => void) | null = null;
  return {
    receive(what) {
      if (pass === null) waiting.push(what);
      else pass(what);
    },
    open(deliver) {
      pass = deliver;
      waiting.splice(0).forEach(deliver);
    },
    close() {
      pass = null;
    },
  };
}
