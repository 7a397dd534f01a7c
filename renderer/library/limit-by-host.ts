/** Runs tasks, not too many at once in all and fewer for each host; the others wait in the order they came. */
export type HostLimit = <Value>(address: string, task: () => Promise<Value>) => Promise<Value>;

export interface HostLimits {
  readonly total: number;
  readonly perHost: number;
}

export function limitByHost({ total, perHost }: HostLimits): HostLimit {
  const waiting: { host: string; start: () => void }[] = [];
  const running = new Map<string, number>();
  let runningTotal = 0;

  const startWaiting = () => {
    for (let index = 0; index < waiting.length && runningTotal < total;) {
      const { host, start } = waiting[index]!;
      if ((running.get(host) ?? 0) >= perHost) {
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      running.set(host, (running.get(host) ?? 0) + 1);
      runningTotal += 1;
      start();
    }
  };

  return async (address, task) => {
    const host = hostOf(address);
    await new Promise<void>((start) => {
      waiting.push({ host, start });
      startWaiting();
    });
    try {
      return await task();
    } finally {
      const left = running.get(host)! - 1;
      if (left === 0) running.delete(host);
      else running.set(host, left);
      runningTotal -= 1;
      startWaiting();
    }
  };
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
