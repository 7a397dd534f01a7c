import { describe, expect, it } from 'vitest';
import { describeQuote } from './describe-quote.ts';
import { madeText } from './testing/made-highlights.ts';

const port = madeText(
  'Пекарня открывается не по часам, а по воде. Когда прилив поднимает паром, хлеб остывает.\n\nЗа сорок лет печь меняли дважды.',
  'ru',
);

describe('describeQuote', () => {
  it('takes whole words, without the white space around them', () => {
    const at = port.paragraphs[0]!.text.indexOf('открывается');
    const quote = describeQuote(port, { paragraph: 0, offset: at + 20 }, { paragraph: 0, offset: at + 3 });
    expect(quote).toMatchObject({ quote: 'открывается не по часам', prefix: 'Пекарня' });
    expect(quote!.suffix).toMatch(/^, а по воде/);
  });

  it('goes over paragraphs', () => {
    const from = port.paragraphs[0]!.text.indexOf('хлеб');
    const quote = describeQuote(port, { paragraph: 0, offset: from }, { paragraph: 1, offset: 14 });
    expect(quote!.quote).toBe('хлеб остывает.\n\nЗа сорок лет печь');
  });

  it('is nothing where there is only white space', () => {
    expect(describeQuote(port, { paragraph: 0, offset: 7 }, { paragraph: 0, offset: 8 })).toBeNull();
  });

  it('knows when the words are said', () => {
    const timed = madeText('[0:10] The tide lifts the ferry.\n\n[0:20] The bread cools down.\n\n[0:30] End.');
    const { text } = timed.paragraphs[1]!;
    const whole = describeQuote(timed, { paragraph: 1, offset: 0 }, { paragraph: 1, offset: text.length });
    expect(whole).toMatchObject({ startMs: 20_000 });
    expect(whole!.endMs).toBeLessThanOrEqual(30_000);
    expect(whole!.endMs).toBeGreaterThan(21_000);
  });

  it('cuts no word of what stands around', () => {
    const long = madeText(`${'before '.repeat(30)}marked ${'behind '.repeat(30)}`);
    const at = long.paragraphs[0]!.text.indexOf('marked');
    const quote = describeQuote(long, { paragraph: 0, offset: at }, { paragraph: 0, offset: at + 6 })!;
    expect(new Set(quote.prefix.split(' '))).toEqual(new Set(['before']));
    expect(new Set(quote.suffix.split(' '))).toEqual(new Set(['behind']));
  });
});
