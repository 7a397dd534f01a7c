import { expect, it } from 'vitest';
import { handedOverAddress } from './handed-over-address.ts';

const toFileUrl = (path: string): string => `file://${path}`;

it.each([
  [['earmark', '--lang=ru', 'podcast://host.example/feed'], 'podcast://host.example/feed'],
  [['earmark', 'FEED:https://host.example/feed'], 'FEED:https://host.example/feed'],
  [['earmark', '/home/list.OPML'], 'file:///home/list.OPML'],
  [['earmark', '--flag=podcast:x', 'out/main/index.js', 'https://host.example/'], null],
  [[`feed:${'x'.repeat(9000)}`], null],
])('%j → %j', (commandLine, expected) => {
  expect(handedOverAddress(commandLine, toFileUrl)).toBe(expected);
});
