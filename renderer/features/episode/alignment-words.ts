import type { TFunction } from 'i18next';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import { foundShare, judgeAlignment } from '../../../core/alignment/judge-alignment.ts';
import { clock } from '../../words/format.ts';
import type { AlignedText } from './aligned-text.ts';

/** Times of the publisher that are off by less are as good as right (ms). */
const worthSaying = 500;
/** A text of which more is in the sound is called whole: headings and credits are seldom read out. */
const almostAll = 0.9;

/** What is said of times that were found in the sound, and of those that nobody could look for, by what the publisher timed. */
const foundWords = { word: 'align.confirmed', cue: 'align.refined', none: 'episode.timing.aligned' } as const;
const unspokenWords = {
  word: 'align.cannotCheck',
  cue: 'align.cannotSpeak',
  none: 'align.estimated',
} as const;

/** What was found of a text in the sound, frankly, in a few phrases. */
export function alignmentWords(
  t: TFunction,
  { given, alignment }: { readonly given: AlignedText['given']; readonly alignment: Alignment },
  language: string,
): string[] {
  const timed = given.timing === 'aligned' ? 'none' : given.timing;
  switch (judgeAlignment(alignment)) {
    case 'unmatched':
      return [t(timed === 'none' ? 'align.unmatched' : 'align.unconfirmed')];
    case 'estimated':
      return [t(unspokenWords[timed])];
    case 'matched':
      return [t(foundWords[timed]), ...shiftWords(t, alignment, language), ...shareWords(t, alignment)];
  }
}

/** Whether its words are proven to be what is said: then a text from anywhere is a transcript. */
export function isSaid(alignment: Alignment): boolean {
  return judgeAlignment(alignment) === 'matched' && foundShare(alignment) >= almostAll;
}

function shareWords(t: TFunction, alignment: Alignment): string[] {
  const share = foundShare(alignment);
  return share >= almostAll ? [] : [t('align.share', { percent: Math.round(share * 100) })];
}

function shiftWords(t: TFunction, { shifts }: Alignment, language: string): string[] {
  const wrong = shifts.filter(({ shiftMs }) => Math.abs(shiftMs) >= worthSaying);
  const [first] = wrong;
  if (first === undefined) return [];
  const seconds = (ms: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.abs(ms) / 1000);
  if (wrong.length > 1) {
    const most = Math.max(...wrong.map(({ shiftMs }) => Math.abs(shiftMs)));
    return [t('align.shifts', { count: wrong.length, seconds: seconds(most) })];
  }
  const by = seconds(first.shiftMs);
  return first.fromMs === 0
    ? [t('align.shiftAll', { seconds: by })]
    : [t('align.shiftFrom', { seconds: by, time: clock(first.fromMs) })];
}
