import type { PageLink } from './scan-page.ts';

/** How sites number the pages of an article, in its path or in its query. The first group is the number. */
const named = [/\/(?:page|p|стр|страница)[/-]?(\d{1,3})\/?$/i, /[-_](?:page|p)(\d{1,3})(?=\.\w{2,5}$|\/?$)/i];
/** A bare number may as well be that of an article, so the first page must be without one: `/article`, `/article/2`. */
const bare = [/[-_](\d{1,2})(?=\.\w{2,5}$)/, /\/(\d{1,2})\/?$/];
const inQuery = /[?&](?:page|p|pg|paged|pagenum|pageno|стр)=(\d{1,3})(?=&|$)/i;
const ofComments = /comment/i;
/** Says how somebody came to the page, and is the same page without it. */
const tracking = /^(?:utm_\w+|fbclid|yclid|gclid|ysclid|_openstat|from|ref|referrer|source|mc_cid|mc_eid)$/i;

interface Numbered {
  /** The address without its number: equal for all pages of an article. */
  readonly base: string;
  readonly number: number;
  readonly isBare: boolean;
}

/**
 * The address of page `number + 1` of the article whose page `number` is at `url`, or null. `rel=next` alone proves nothing: many
 * sites call the next article so. The link must lead to the same host, to the same address but for the number.
 */
export function nextPage(
  links: readonly PageLink[],
  { url, number }: { readonly url: string; readonly number: number },
): string | null {
  const here = new URL(url);
  const bases = new Set(
    numberings(here)
      .filter((one) => one.number === number && (number > 1 || !one.isBare))
      .map(({ base }) => base),
  );
  for (const link of [...links].sort((a, b) => rank(b) - rank(a))) {
    if (rank(link) === 0 || !URL.canParse(link.href, url)) continue;
    const target = new URL(link.href, url);
    if (target.host !== here.host || !/^https?:$/.test(target.protocol)) continue;
    if (ofComments.test(target.pathname + target.search)) continue;
    if (numberings(target).some((one) => one.number === number + 1 && bases.has(one.base)))
      return `${target.protocol}//${target.host}${target.pathname}${target.search}`;
  }
  return null;
}

/** How much a link says of itself that it leads on: by `rel`, by its words, by a bare number; 0 for any other. */
function rank({ rel, text }: PageLink): number {
  if (rel.split(/\s+/).includes('next')) return 3;
  if (
    /^(?:next(?: page)?|следующая(?: страница)?|далее|дальше|вперёд|вперед|continue(?: reading)?|читать далее)\s*[›»→>]*$/iu.test(
      text,
    )
  )
    return 2;
  return /^(?:\d{1,3}|[›»→>]+)$/.test(text) ? 1 : 0;
}

/** Every way to understand an address as a page of something; without any number it is the first page. */
function numberings(address: URL): Numbered[] {
  const path = decode(address.pathname);
  const query = decode(withoutTracking(address.search));
  const found: Numbered[] = [{ base: baseOf(path, query), number: 1, isBare: false }];
  for (const pattern of [...named, ...bare]) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const rest = `${path.slice(0, match.index)}${path.slice(match.index + match[0].length)}`;
    found.push({ base: baseOf(rest, query), number: Number(match[1]), isBare: bare.includes(pattern) });
  }
  const match = inQuery.exec(query);
  if (match !== null) {
    const rest = baseOf(path, query.replace(match[0], ''));
    found.push({ base: rest, number: Number(match[1]), isBare: false });
  }
  return found;
}

function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=')[0] ?? ''));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function baseOf(path: string, query: string): string {
  return `${path.replace(/\/+$/, '')}?${query.replace(/^[?&]+/, '')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
