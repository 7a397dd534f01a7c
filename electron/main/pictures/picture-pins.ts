import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../files/replace-file.ts';

const pinsSchema = z.object({ version: z.literal(1), episodes: z.record(z.string(), z.array(z.string())) });

/** Which pictures belong to which downloaded episode: they stay while its download does. Names are those of the cache. */
export class PicturePins {
  private read: Promise<Map<string, readonly string[]>> | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly file: string) {}

  /** Rejects with Node's error when it cannot be written down. */
  async set(episodeId: string, names: readonly string[]): Promise<void> {
    const pins = await this.all();
    if (JSON.stringify(pins.get(episodeId)) === JSON.stringify(names)) return;
    pins.set(episodeId, names);
    await this.write();
  }

  async release(episodeId: string): Promise<void> {
    if ((await this.all()).delete(episodeId)) await this.write();
  }

  /** Lets go of what belongs to no download any more. */
  async keepOnly(episodeIds: ReadonlySet<string>): Promise<void> {
    const pins = await this.all();
    const others = [...pins.keys()].filter((episodeId) => !episodeIds.has(episodeId));
    for (const episodeId of others) pins.delete(episodeId);
    if (others.length > 0) await this.write();
  }

  /** Names of every pinned picture. */
  async names(): Promise<Set<string>> {
    return new Set([...(await this.all()).values()].flat());
  }

  /** Episodes whose pictures are all among `present`. */
  async whole(present: ReadonlySet<string>): Promise<string[]> {
    const pins = await this.all();
    return [...pins].filter(([, names]) => names.every((name) => present.has(name))).map(([id]) => id);
  }

  private all(): Promise<Map<string, readonly string[]>> {
    this.read ??= readPins(this.file);
    return this.read;
  }

  /** One after the other, each as things stand when its turn comes. */
  private write(): Promise<void> {
    const write = async (): Promise<void> => {
      const episodes = Object.fromEntries(await this.all()) as Record<string, string[]>;
      await mkdir(path.dirname(this.file), { recursive: true });
      await replaceFile(
        this.file,
        JSON.stringify({ version: 1, episodes } satisfies z.infer<typeof pinsSchema>),
      );
    };
    const written = this.writing.then(write);
    this.writing = written.catch(() => undefined);
    return written;
  }
}

/** None, where there is no file or a damaged one: the window says anew what belongs to its downloads. */
async function readPins(file: string): Promise<Map<string, readonly string[]>> {
  try {
    const { episodes } = pinsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return new Map(Object.entries(episodes));
  } catch {
    return new Map();
  }
}
