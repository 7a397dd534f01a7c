import { parseFeed } from 'feedsmith';
import { parseFiles } from './parse-files.ts';

const decoder = new TextDecoder();

parseFiles((bytes) => {
  const { format, feed } = parseFeed(decoder.decode(bytes));
  return format === 'rss' ? (feed.items?.length ?? 0) : 0;
});
