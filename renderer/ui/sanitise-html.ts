import createDOMPurify from 'dompurify';
import type { DOMPurify } from 'dompurify';
import { safeLink } from './safe-link.ts';

const allowedTags = (
  'a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ' +
  'ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var'
).split(' ');

/** Where the address of a picture waits until our own cache has the picture. */
export const imageAddressAttribute = 'data-image';

let purifier: DOMPurify | undefined;

/**
 * Turns untrusted HTML into nodes that cannot run, load or navigate: an allow list without style, class and id; links with
 * http, https or mailto only; pictures without `src`, their http(s) address in `imageAddressAttribute`.
 */
export function sanitiseHtml(html: string): DocumentFragment {
  purifier ??= createPurifier();
  const fragment = purifier.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'lang', 'dir', 'datetime', 'colspan', 'rowspan', 'start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  lowerHeadings(fragment);
  return fragment;
}

function createPurifier(): DOMPurify {
  const instance = createDOMPurify(window);
  instance.addHook('afterSanitizeAttributes', (node) => {
    if (node.localName === 'a') mendLink(node);
    else if (node.localName === 'img') holdImage(node);
    else node.removeAttribute('src');
  });
  return instance;
}

function mendLink(link: Element): void {
  const address = safeLink(link.getAttribute('href') ?? '');
  if (address === null) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('href', address);
  link.setAttribute('rel', 'noopener noreferrer nofollow');
}

/** DOMPurify's own pattern lets `data:` through on pictures, so the address is judged here. */
function holdImage(image: Element): void {
  const address = safeLink(image.getAttribute('src') ?? '');
  image.removeAttribute('src');
  if (address?.startsWith('http') !== true) {
    image.remove();
    return;
  }
  image.setAttribute(imageAddressAttribute, address);
  if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
}

/** The page has its own first and second headings. */
function lowerHeadings(fragment: DocumentFragment): void {
  for (const heading of fragment.querySelectorAll('h1, h2')) {
    const lower = document.createElement('h3');
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}
