import type { Page } from '@playwright/test';
import { build } from 'vite';

/** The functions that are measured, by the module of renderer/library they come from. */
const measured = {
  subscribe: ['subscribe'],
  'refresh-feed': ['refreshFeed'],
  episodes: ['listEpisodes', 'listNewEpisodes', 'listByCategory', 'listOtherEpisodes', 'findEpisodes'],
  downloads: ['listDownloads'],
  podcasts: ['listPodcasts'],
  commands: ['run'],
} as const;

type Measured = (typeof measured)[keyof typeof measured][number];

export interface Measurement {
  /** Of each round, ms. */
  readonly times: number[];
  /** Longest time over all rounds in which the window answered nothing, ms. */
  readonly longestBlock: number;
  /** What the last round answered: the length of a list, else the value. */
  readonly answer: unknown;
}

export interface Measuring {
  readonly call: Measured;
  readonly args: readonly unknown[];
  readonly rounds: number;
}

interface LibraryTables {
  readonly episodes: { limit(count: number): { primaryKeys(): Promise<string[]> } };
  readonly downloads: { bulkPut(rows: readonly object[]): Promise<unknown> };
}

declare global {
  /** The library's own code, as the app's window runs it, beside the app's copy. */
  var libraryInPage: Record<Measured, (...args: unknown[]) => Promise<unknown>> & { library: LibraryTables };
}

/** Puts the library's functions into the app's window, where IndexedDB and the bridge to the main process are the real ones. */
export async function bringLibrary(page: Page): Promise<void> {
  const entry = 'virtual:measured';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'measured',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? reExports() : null),
      },
    ],
    build: {
      write: false,
      target: 'chrome130',
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', name: 'libraryInPage' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const [bundled] = [result].flat();
  if (bundled === undefined || !('output' in bundled)) throw new Error('The library was not bundled.');
  await page.evaluate(`${bundled.output[0].code}; globalThis.libraryInPage = libraryInPage;`);
}

/** Calls a function of the library several times in the window. */
export function measure(page: Page, measuring: Measuring): Promise<Measurement> {
  return page.evaluate(async ({ call, args, rounds }) => {
    // Not the browser's record of long tasks: it leaves out what arrives from the main process.
    let longestBlock = 0;
    let lastTick = performance.now();
    const ticking = setInterval(() => {
      const now = performance.now();
      longestBlock = Math.max(longestBlock, now - lastTick);
      lastTick = now;
    }, 4);
    const times: number[] = [];
    let answer: unknown;
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      answer = await globalThis.libraryInPage[call](...args);
      times.push(performance.now() - startedAt);
    }
    // A block at the very end shows at the next tick.
    await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(ticking);
    return { times, longestBlock, answer: Array.isArray(answer) ? answer.length : answer };
  }, measuring);
}

/** Writes rows as they are when the audio of so many episodes is on disk. */
export function markDownloaded(page: Page, episodes: number): Promise<void> {
  return page.evaluate(async (count) => {
    const { library } = globalThis.libraryInPage;
    const ids = await library.episodes.limit(count).primaryKeys();
    const rows = ids.map((episodeId, index) => ({
      episodeId,
      state: 'done',
      receivedBytes: 1,
      fileName: `${episodeId}.mp3`,
      requestedAt: index,
      doneAt: index,
    }));
    await library.downloads.bulkPut(rows);
  }, episodes);
}

function reExports(): string {
  return Object.entries({ ...measured, database: ['library'] })
    .map(([module, names]) => `export { ${names.join(', ')} } from '/renderer/library/${module}.ts';`)
    .join('\n');
}
