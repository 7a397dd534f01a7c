import type { AudioDescription } from '../audio/describe-audio-job.ts';
import { hashText } from '../feed/hash-text.ts';
import { stemOf } from './choose-pictures.ts';
import type { FolderFile, FoundFile } from './folder-file.ts';

export interface Described {
  readonly name: string;
  readonly about: AudioDescription;
}

/** Files whose tags were read before and that have not changed since, and those that must be looked at. */
export function sortOutUnchanged(
  known: readonly FolderFile[],
  found: readonly FoundFile[],
): { unchanged: FolderFile[]; toDescribe: FoundFile[] } {
  const byName = new Map(known.map((file) => [file.name, file]));
  const unchanged: FolderFile[] = [];
  const toDescribe: FoundFile[] = [];
  for (const file of found) {
    const before = byName.get(file.name);
    const source = before?.about.source;
    if (before && source?.size === file.size && source.modifiedAt === file.modifiedAt)
      unchanged.push(without(before, 'gone'));
    else toDescribe.push(file);
  }
  return { unchanged, toDescribe };
}

/** Lengths of one recording in two forms, ms. */
const sameLengthMs = 2_000;

/**
 * Which of the remembered files each described one is: the one with the same bytes, wherever it lies now; else the one of
 * the same name, which was replaced; else one that is gone and has the same name but for its ending, or the same title,
 * album and length. What is none of them is new. Every remembered file is taken once.
 */
export function matchFiles(
  known: readonly FolderFile[],
  unchanged: readonly FolderFile[],
  described: readonly Described[],
): FolderFile[] {
  const present = new Set(unchanged.map(({ id }) => id));
  const left = new Set(known.filter(({ id }) => !present.has(id)));
  const stillThere = new Set(described.map(({ name }) => name));
  const isGone = (file: FolderFile): boolean => !stillThere.has(file.name);
  const rules: readonly Rule[] = [
    { keyOf: bytesOf, holds: (one, other) => one.name === other.name },
    { keyOf: bytesOf, holds: () => true },
    { keyOf: ({ name }) => name, holds: () => true },
    { keyOf: ({ name }) => stemOf(name), holds: (_one, other) => isGone(other) },
    { keyOf: titleOf, holds: (one, other) => isGone(other) && lastsAsLong(one, other) },
  ];
  const ids = new Map<Described, string>();
  for (const rule of rules) takeBy(rule, { described, left, ids });
  const used = new Set(known.map(({ id }) => id));
  return described.map((one) => ({ id: ids.get(one) ?? newId(one, used), ...one }));
}

/** Files with the same key may be one, and are if the rest holds too. */
interface Rule {
  readonly keyOf: (file: Described) => string;
  readonly holds: (one: Described, other: FolderFile) => boolean;
}

/** Ten thousand files named alike in as many folders must not take ten thousand times ten thousand comparisons. */
const mostAlike = 50;

function takeBy(
  { keyOf, holds }: Rule,
  state: { described: readonly Described[]; left: Set<FolderFile>; ids: Map<Described, string> },
): void {
  const { described, left, ids } = state;
  const byKey = new Map<string, FolderFile[]>();
  for (const file of left) {
    const alike = byKey.get(keyOf(file));
    if (alike === undefined) byKey.set(keyOf(file), [file]);
    else if (alike.length < mostAlike) alike.push(file);
  }
  for (const one of described) {
    const key = keyOf(one);
    const alike = ids.has(one) || key === '' ? [] : (byKey.get(key) ?? []);
    const same = alike.find((other) => left.has(other) && holds(one, other));
    if (same === undefined) continue;
    ids.set(one, same.id);
    left.delete(same);
  }
}

function bytesOf({ about }: Described): string {
  return `${about.source.size} ${about.fingerprint}`;
}

/** Empty without a title: a rule takes that for nothing in common. */
function titleOf({ about: { tags } }: Described): string {
  return tags.title === undefined ? '' : `${tags.title}\n${tags.album ?? ''}`;
}

function lastsAsLong(one: Described, other: Described): boolean {
  const [ms, otherMs] = [one.about.durationMs, other.about.durationMs];
  return ms !== undefined && otherMs !== undefined && Math.abs(ms - otherMs) <= sameLengthMs;
}

/** Made of the bytes, so that a lost memory gives the same ids again; of a copy, of its name too. */
function newId({ name, about }: Described, used: Set<string>): string {
  let id = about.fingerprint;
  for (let attempt = 1; used.has(id); attempt += 1) id = hashText(`${about.fingerprint} ${name} ${attempt}`);
  used.add(id);
  return id;
}

function without<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> & Value {
  const { [key]: _left, ...rest } = value;
  return rest as unknown as Omit<Value, Key> & Value;
}
