import { expect, it } from 'vitest';
import type { FolderFile } from './folder-file.ts';
import { rememberFiles } from './remember-files.ts';

function file(name: string): FolderFile {
  const id = name.length.toString(16).padStart(16, '0');
  const source = { size: 1, modifiedAt: 1 };
  return {
    id,
    name,
    about: { source, kind: 'mp3', fingerprint: id, tags: { identifiers: [] }, hasCover: false },
  };
}

const known = [file('a.mp3'), file('Sub/bb.mp3'), file('Other/ccc.mp3'), file('locked.mp3')];

it('takes nothing for gone that could only not be looked at', () => {
  const seen = { listed: new Set(['a.mp3', 'locked.mp3']), unreadable: ['Sub'] };
  const [a, ...rest] = rememberFiles(known, [file('a.mp3')], seen);
  expect(a).toEqual(file('a.mp3'));
  expect(rest).toEqual([file('Sub/bb.mp3'), file('locked.mp3'), { ...file('Other/ccc.mp3'), gone: true }]);
});

it('keeps what is gone for the day it comes back', () => {
  const nothing = { listed: new Set<string>(), unreadable: [] };
  const gone = rememberFiles(known, [], nothing);
  expect(gone.every((one) => one.gone)).toBe(true);
  // A directory that was emptied before it became unreadable hides nothing.
  expect(rememberFiles(gone, [], { ...nothing, unreadable: ['Sub'] })).toEqual(gone);
  expect(rememberFiles(gone, [file('a.mp3')], nothing)[0]).toEqual(file('a.mp3'));
});
