import type { MouseEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { imageAddressAttribute, sanitiseHtml } from './sanitise-html.ts';

export interface SafeHtmlProps {
  /** Untrusted. */
  readonly html: string;
  readonly className?: string;
  readonly lang?: string | undefined;
  /** A link was chosen: always http, https or mailto. */
  readonly onLink: (address: string) => void;
  /** Gives the address of our own copy of a picture, or `null`: then the picture is left out. Keep it stable. */
  readonly loadImage?: (address: string) => Promise<string | null>;
}

/** Shows HTML written by others. Nothing in it runs, and nothing is loaded but what `loadImage` answers. */
export function SafeHtml({ html, className, lang, onLink, loadImage }: SafeHtmlProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    element.replaceChildren(sanitiseHtml(html));
    let shown = true;
    for (const image of element.querySelectorAll<HTMLImageElement>(`img[${imageAddressAttribute}]`)) {
      void showImage(image, loadImage, () => shown);
    }
    return () => {
      shown = false;
    };
  }, [html, loadImage]);
  const open = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    if (link === null) return;
    event.preventDefault();
    if (link.hasAttribute('href')) onLink(link.href);
  };
  return <div ref={place} className={className} lang={lang} dir="auto" onClick={open} onAuxClick={open} />;
}

async function showImage(
  image: HTMLImageElement,
  loadImage: SafeHtmlProps['loadImage'],
  isShown: () => boolean,
): Promise<void> {
  const address = image.getAttribute(imageAddressAttribute) ?? '';
  const ours = (await loadImage?.(address)) ?? null;
  if (!isShown()) return;
  if (ours === null) image.remove();
  else image.src = ours;
}
