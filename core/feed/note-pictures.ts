import { decodeEntities } from './decode-entities.ts';

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const imageStart = /<img(?=[\s/])/i;
/** What follows `<img`, up to its end. */
const tagRest = /^(?:[^<>"']|"[^"]*"|'[^']*')*>/;
/** No tag with an address that is shown is longer; a bound keeps hostile HTML from taking long. */
const longestTag = 3000;
const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/**
 * Web addresses of the pictures in show notes, each once. For fetching them before they are shown: whether one is shown
 * is decided by the page, which takes the HTML apart properly.
 */
export function notePictures(html: string): string[] {
  const afterStarts = html.replace(comment, '').split(imageStart).slice(1);
  const addresses = afterStarts.flatMap((after) => {
    const found = source.exec(tagRest.exec(after.slice(0, longestTag))?.[0] ?? '');
    const address = decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
    return /^https?:/i.test(address) && URL.canParse(address) ? [new URL(address).href] : [];
  });
  return [...new Set(addresses)];
}
