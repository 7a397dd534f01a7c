import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { findHandedOver } from './find-handed-over.ts';

const folder = path.resolve('/home/somebody');
const inFolder = (...names: string[]): string => path.join(folder, ...names);

it.each([
  [['earmark', '--lang=ru', 'podcast://host.example/feed'], 'podcast://host.example/feed'],
  [['earmark', 'FEED:https://host.example/feed'], 'FEED:https://host.example/feed'],
  [['earmark', 'https://host.example/feed.xml', 'list.opml'], 'https://host.example/feed.xml'],
])('%j: the address %s', (commandLine, address) => {
  expect(findHandedOver(commandLine, folder)).toEqual({ kind: 'address', address });
});

it.each([
  [inFolder('list.OPML'), inFolder('list.OPML')],
  ['list.opml', inFolder('list.opml')],
  ['../my shows.opml', path.resolve(folder, '../my shows.opml')],
  [pathToFileURL(inFolder('мои передачи.opml')).href, inFolder('мои передачи.opml')],
  [pathToFileURL(inFolder('export.xml')).href, inFolder('export.xml')],
])('%s: the list %s', (argument, file) => {
  expect(findHandedOver(['earmark', argument], folder)).toEqual({ kind: 'list', file });
});

it.each([
  [['earmark', '--flag=podcast:x', '--list.opml', 'out/main/index.js', 'feed.xml']],
  [[pathToFileURL(inFolder('passwords.txt')).href]],
  [['file://elsewhere.example/share/list.opml']],
  [['file:///%zz.opml']],
  [['javascript:alert(1)//.html']],
  [[`feed:${'x'.repeat(9000)}`]],
])('%j: nothing', (commandLine) => {
  expect(findHandedOver(commandLine, folder)).toBeNull();
});
