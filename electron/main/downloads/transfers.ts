interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
  /** What makes downloads wait does not end it. */
  readonly isOther?: true;
}

/** The transfers under way, at most one for each episode: the next begins when the one before has ended. */
export class Transfers {
  private readonly running = new Map<string, Running>();

  /** Runs `bring` once nothing of the same episode runs any more. `failed` hears why it ended, unless it was stopped. */
  start(
    episodeId: string,
    bring: (signal: AbortSignal) => Promise<void>,
    failed: (cause: unknown) => void,
  ): void {
    const controller = new AbortController();
    const ended = this.ended(episodeId)
      .then(() => (controller.signal.aborted ? undefined : bring(controller.signal)))
      .catch((cause: unknown) => {
        if (!controller.signal.aborted) failed(cause);
      });
    this.keep(episodeId, { controller, ended });
  }

  isRunning(episodeId: string): boolean {
    return this.running.has(episodeId);
  }

  /** Ends the transfer, without waiting for its end. */
  stop(episodeId: string): void {
    const running = this.running.get(episodeId);
    if (running?.isOther !== true) running?.controller.abort();
  }

  /**
   * Ends the transfer and does `work` then, which `close` alone ends, by its signal; the next transfer begins after it. Resolves and
   * rejects as `work` does.
   */
  replace<Value>(episodeId: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    this.stop(episodeId);
    const controller = new AbortController();
    const done = this.ended(episodeId).then(() => work(controller.signal));
    const ended = done.then(
      () => undefined,
      () => undefined,
    );
    this.keep(episodeId, { controller, ended, isOther: true });
    return done;
  }

  /** Resolves when nothing of the episode runs. */
  ended(episodeId: string): Promise<void> {
    return this.running.get(episodeId)?.ended ?? Promise.resolve();
  }

  /** Resolves when what runs now has ended, but for the transfer of one episode. */
  async allEnded(exceptId?: string): Promise<void> {
    const others = [...this.running].filter(([episodeId]) => episodeId !== exceptId);
    await Promise.all(others.map(([, { ended }]) => ended));
  }

  async close(): Promise<void> {
    for (const { controller } of this.running.values()) controller.abort();
    await this.allEnded();
  }

  private keep(episodeId: string, running: Running): void {
    this.running.set(episodeId, running);
    void running.ended.then(() => {
      if (this.running.get(episodeId) === running) this.running.delete(episodeId);
    });
  }
}
