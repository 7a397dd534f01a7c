import type { TFunction } from 'i18next';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import { foundShare, judgeAlignment } from '../../../core/alignment/judge-alignment.ts';
import { clock } from '../../words/format.ts';
import type { AlignedText } from './aligned-text.ts';

/** Times of the publisher that are off by less are as good as right (ms). */
const worthSaying = 500;
/** A text of which more is in the sound is called whole: headings and credits are seldom read out. */
const almostAll = 0.9;

/** What was found of a text in the sound, frankly, in a few phrases. */
export function alignmentWords(
  t: TFunction,
  { given, alignment }: { readonly given: AlignedText['given']; readonly alignment: Alignment },
  language: string,
): string[] {
  const wasTimed = given.timing !== 'none';
  switch (judgeAlignment(alignment)) {
    case 'unmatched':
      return [t(wasTimed ? 'align.unconfirmed' : 'align.unmatched')];
    case 'estimated':
      return [t(wasTimed ? 'align.cannotSpeak' : 'align.estimated')];
    case 'matched':
      return [
        t(wasTimed ? 'align.refined' : 'episode.timing.aligned'),
        ...shiftWords(t, alignment, language),
        ...shareWords(t, alignment),
      ];
  }
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
