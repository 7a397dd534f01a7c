import { describe, expect, it } from 'vitest';
import type { Attributes } from './attributes.ts';
import { createXmlReader } from './read-xml.ts';

/** Events as one line each; pieces of text that follow each other are one. */
function eventsOf(pieces: readonly string[]): string[] {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
  };
  const onOpen = (name: string, attributes: Attributes) => {
    flush();
    const written = Array.from(attributes, (attribute) => ` ${attribute.name}=${attribute.value}`);
    events.push(`open ${name}${written.join('')}`);
  };
  const onClose = (name: string) => {
    flush();
    events.push(`close ${name}`);
  };
  const reader = createXmlReader({
    wantsText: true,
    onOpen,
    onClose,
    onElement: (name, attributes, content) => {
      onOpen(name, attributes);
      text += content;
      onClose(name);
    },
    onText: (piece) => (text += piece),
  });
  for (const piece of pieces) reader.write(piece);
  const isCut = reader.end();
  flush();
  return isCut ? [...events, 'cut'] : events;
}

const documents: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'elements and text',
    '<a><b>x &amp; y</b >z</a>',
    ['open a', 'open b', 'text x & y', 'close b', 'text z', 'close a'],
  ],
  [
    'attributes',
    `<a One="1 &lt; 2" two='&#8217;' three=3 four><b x=">"/></a>`,
    ['open a one=1 < 2 two=’ three=3 four=', 'open b x=>', 'close b', 'close a'],
  ],
  ['CDATA', '<a>1<![CDATA[<b> & ]] ]>]]>2</a>', ['open a', 'text 1<b> & ]] ]>2', 'close a']],
  [
    'comments and instructions',
    '<?xml version="1.0"?><!-- <a> -- --><b><?p a>b?></b>',
    ['open b', 'close b'],
  ],
  [
    'a declared entity, never expanded',
    '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>',
    ['text ]>', 'open a', 'text &e;', 'close a'],
  ],
  [
    'references of every kind',
    '<a>&#x41;&#66;&quot;&nbsp;&bogus;& &;&#146;</a>',
    ['open a', 'text AB"&nbsp;&bogus;& &;’', 'close a'],
  ],
  ['a bare <', '<a>1 < 2</a><b>x</b>', ['open a', 'text 1 < 2', 'close a', 'open b', 'text x', 'close b']],
  ['a cut tag', '<a>x<b c="', ['open a', 'text x', 'cut']],
  ['a cut CDATA', '<a><![CDATA[x]', ['open a', 'text x]', 'cut']],
  ['a cut comment', '<a>x<!-- y', ['open a', 'text x', 'cut']],
  ['a cut reference', '<a>x&am', ['open a', 'text x&am']],
];

describe('createXmlReader', () => {
  it.each(documents)('reads %s, in pieces of any size', (_name, xml, expected) => {
    expect(eventsOf([xml])).toEqual(expected);
    for (let size = 1; size < xml.length; size += 1) {
      const pieces = Array.from({ length: Math.ceil(xml.length / size) }, (_, index) =>
        xml.slice(index * size, (index + 1) * size),
      );
      expect(eventsOf(pieces), `pieces of ${size}`).toEqual(expected);
    }
  });

  it('cuts no text out while nobody wants it', () => {
    const reader = createXmlReader({
      wantsText: false,
      onOpen: () => undefined,
      onClose: () => undefined,
      onElement: () => undefined,
      onText: () => expect.unreachable(),
    });
    reader.write('<a>x<![CDATA[y]]>&amp;<b/></a>');
    expect(reader.end()).toBe(false);
  });
});
