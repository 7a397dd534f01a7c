import type { Attributes } from './attributes.ts';

/** Text as HTML writes it between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as HTML and XML write it between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** The start tag of an element of unescaped notes, without namespace declarations and prefixes. */
export function writeStartTag(name: string, attributes: Attributes): string {
  let tag = `<${name.slice(name.indexOf(':') + 1)}`;
  for (const attribute of attributes) {
    if (!attribute.name.startsWith('xml')) tag += ` ${attribute.name}="${escapeAttribute(attribute.value)}"`;
  }
  return `${tag}>`;
}

export function writeEndTag(name: string): string {
  return `</${name.slice(name.indexOf(':') + 1)}>`;
}
