import { describe, expect, it } from 'vitest';
import { searchedText } from './searched-text.ts';
import { madeText, marked } from './testing/made-highlights.ts';
import { timesInText } from './times-in-text.ts';

describe('timesInText', () => {
  const before = marked(madeText('Nobody came.\n\nWe waited until the night.'), 'until the night');

  it('is when another text says that the words are heard', () => {
    const timed = madeText(
      '[0:05] Nobody came.\n\n[1:05] We waited until the night.\n\n[2:05] Then it was day.',
    );
    const { startMs, endMs } = timesInText(searchedText(timed), before)!;
    expect(startMs).toBeGreaterThanOrEqual(65_000);
    expect(endMs).toBeGreaterThan(startMs!);
    expect(endMs).toBeLessThanOrEqual(125_000);
  });

  it('is nothing where the text has other words, or no times', () => {
    expect(timesInText(searchedText(madeText('[0:05] Something else.')), before)).toBeNull();
    expect(timesInText(searchedText(madeText('We waited until the night.')), before)).toBeNull();
  });
});
