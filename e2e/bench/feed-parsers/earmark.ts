import * as buffer from 'node:buffer';
import { createFeedParser } from '../../../core/feed/parse-feed.ts';
import { parseFiles } from './parse-files.ts';

/** Pieces as the network gives them. */
const pieceBytes = 65_536;

parseFiles((bytes) => {
  const parser = createFeedParser({ url: 'https://show.example/feed.xml', buffer });
  for (let start = 0; start < bytes.length; start += pieceBytes)
    parser.push(bytes.subarray(start, start + pieceBytes));
  const result = parser.end();
  if (!result.ok) throw new Error(result.error.code);
  if (result.value.warnings.length > 0) throw new Error(JSON.stringify(result.value.warnings));
  return result.value.episodes.length;
});
