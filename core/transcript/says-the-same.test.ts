import { describe, expect, it } from 'vitest';
import { parseTranscriptText } from './parse-transcript.ts';
import { saysTheSame } from './says-the-same.ts';

describe('saysTheSame', () => {
  const html = '<p>Мост&nbsp;&mdash; открыт.</p><ul><li>Раз</li></ul>';
  const read = parseTranscriptText(html, { kind: 'feed' });
  const transcript = read.ok ? read.value : { paragraphs: [] };

  it.each([
    [html, true],
    ['<div>Мост — открыт. Раз</div>', true],
    [`${html}<p>Два</p>`, false],
    [`${html}<img src="x.png">`, false],
    ['<p><a href="/x">Мост</a> — открыт.</p>Раз', false],
  ])('%s: %s', (other, same) => {
    expect(saysTheSame(other, transcript)).toBe(same);
  });
});
