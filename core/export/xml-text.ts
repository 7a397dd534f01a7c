import { escapeAttribute } from '../feed/write-markup.ts';

/** Control characters and halves of surrogate pairs: XML 1.0 has no way to write them. */
const forbidden = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g',
);

/** Text as XML and HTML write it, between tags and in attributes, without what XML forbids. */
export function xmlText(text: string): string {
  return escapeAttribute(text.replace(forbidden, ''));
}
