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
  for (const [index, attribute] of attributes.names.entries()) {
    if (!attribute.startsWith('xml'))
      tag += ` ${attribute}="${escapeAttribute(attributes.values[index] ?? '')}"`;
  }
  return `${tag}>`;
}

export function writeEndTag(name: string): string {
  return `</${name.slice(name.indexOf(':') + 1)}>`;
}
