import { expect, it } from 'vitest';
import type { FolderFile } from './folder-file.ts';
import { matchFiles, sortOutUnchanged } from './match-files.ts';
import type { Described } from './match-files.ts';

const print = (letter: string): string => letter.repeat(16);

function described(name: string, fingerprint: string, more: Partial<Described['about']> = {}): Described {
  const about: Described['about'] = {
    source: { size: 1000, modifiedAt: 1 },
    kind: 'mp3',
    fingerprint: print(fingerprint),
    tags: { identifiers: [] },
    hasCover: false,
    ...more,
  };
  return { name, about };
}

const known = (id: string, ...of: Parameters<typeof described>): FolderFile => ({
  id: print(id),
  ...described(...of),
});
const idsOf = (files: readonly FolderFile[]): string[] => files.map(({ id }) => id[0] ?? '');

it('looks only at files that have changed', () => {
  const a = known('1', 'a.mp3', 'a');
  const gone = { ...known('2', 'b.mp3', 'b'), gone: true } as const;
  const found = [
    { name: 'a.mp3', size: 1000, modifiedAt: 1 },
    { name: 'b.mp3', size: 1000, modifiedAt: 1 },
    { name: 'c.mp3', size: 1, modifiedAt: 1 },
  ];
  const sorted = sortOutUnchanged([a, gone], found);
  expect(sorted.unchanged).toEqual([a, known('2', 'b.mp3', 'b')]);
  expect(sorted.toDescribe.map(({ name }) => name)).toEqual(['c.mp3']);
  expect(sortOutUnchanged([a], [{ name: 'a.mp3', size: 1000, modifiedAt: 2 }]).unchanged).toEqual([]);
});

it('follows a file to another name and place', () => {
  const files = [known('1', 'a.mp3', 'a'), known('2', 'b.mp3', 'b')];
  expect(idsOf(matchFiles(files, [], [described('Other/c.mp3', 'a'), described('b.mp3', 'b')]))).toEqual([
    '1',
    '2',
  ]);
});

it('knows two files that changed names', () => {
  const files = [known('1', 'a.mp3', 'a'), known('2', 'b.mp3', 'b')];
  expect(idsOf(matchFiles(files, [], [described('a.mp3', 'b'), described('b.mp3', 'a')]))).toEqual([
    '2',
    '1',
  ]);
});

it('takes a file in the place of another for the same episode, of another format too', () => {
  const files = [known('1', 'a.mp3', 'a'), known('2', 'b.mp3', 'b')];
  expect(idsOf(matchFiles(files, [], [described('a.mp3', 'c'), described('B.m4a', 'd')]))).toEqual([
    '1',
    '2',
  ]);
});

it('knows a renamed file whose tags were mended by what it still is', () => {
  const tags = { title: 'Sea', album: 'Harbour', identifiers: [] };
  const files = [known('1', 'a.mp3', 'a', { tags, durationMs: 60_000 })];
  const same = described('b.mp3', 'c', { tags, durationMs: 60_500 });
  const longer = described('c.mp3', 'd', { tags, durationMs: 90_000 });
  expect(idsOf(matchFiles(files, [], [longer, same]))).toEqual(['d', '1']);
});

it('gives copies ids of their own, the same ones again after its memory is lost', () => {
  const two = [described('a.mp3', 'a'), described('copy/a.mp3', 'a')];
  const first = matchFiles([], [], two);
  expect(new Set(idsOf(first).concat(first[1]!.id)).size).toBeGreaterThan(1);
  expect(first[0]!.id).toBe(print('a'));
  expect(matchFiles([], [], two)).toEqual(first);
  // The original goes: its copy stays who it was.
  expect(matchFiles(first, [], [two[1]!])[0]!.id).toBe(first[1]!.id);
});

it('finds its way among ten thousand files that were all renamed', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    ...described(`old/${at}.mp3`, 'a'),
    about: { ...described('', 'a').about, fingerprint: at.toString(16).padStart(16, '0') },
  }));
  const files = many.map((one, at) => ({ ...one, id: at.toString(16).padStart(16, '1') }));
  const renamed = many.map(({ about }, at) => ({ name: `new/${at}.mp3`, about }));
  expect(matchFiles(files, [], renamed).map(({ id }) => id)).toEqual(files.map(({ id }) => id));
});
