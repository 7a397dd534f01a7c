import { expect, it } from 'vitest';
import { folderFeedUrl, folderPartUrl, isFolderAddress, readFolderAddress } from './folder-address.ts';

const podcastId = '0123456789abcdef';
const fileId = 'fedcba9876543210';

it.each([
  { kind: 'audio', fileId },
  { kind: 'cover', fileId },
  { kind: 'file', name: 'Диск 1/Глава #2 100%?.ru.vtt' },
] as const)('reads what it writes: %j', (part) => {
  expect(readFolderAddress(folderPartUrl(podcastId, part, 'a-1'))).toEqual({ podcastId, part });
});

it('names the show itself', () => {
  const url = folderFeedUrl(podcastId);
  expect(readFolderAddress(url)).toEqual({ podcastId, part: { kind: 'feed' } });
  expect(isFolderAddress(url)).toBe(true);
  expect(isFolderAddress('https://host.example/folder:x')).toBe(false);
});

it.each([
  'folder:',
  'folder:0123',
  `folder:${podcastId}/audio/../../etc`,
  `folder:${podcastId}/file/%E0%A4%A`,
  `folder:${podcastId}/other/${fileId}`,
  'https://host.example/',
])('refuses %j', (url) => {
  expect(readFolderAddress(url)).toBeNull();
});
