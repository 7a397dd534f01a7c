export interface Cancellations {
  /** Runs `work` with a signal that `cancel(requestId)` aborts. */
  run<Value>(requestId: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  /** Unknown ids are let pass: the answer may have crossed the cancellation on its way. */
  cancel(requestId: string): void;
}

/** Requests under way by the id the window gave them. */
export function createCancellations(): Cancellations {
  const underWay = new Map<string, AbortController>();
  return {
    async run(requestId, work) {
      const controller = new AbortController();
      underWay.set(requestId, controller);
      try {
        return await work(controller.signal);
      } finally {
        if (underWay.get(requestId) === controller) underWay.delete(requestId);
      }
    },
    cancel(requestId) {
      underWay.get(requestId)?.abort();
    },
  };
}
