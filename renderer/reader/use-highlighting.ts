import i18next from 'i18next';
import { useState } from 'react';
import { anchorHighlight } from '../../core/highlights/anchor-highlight.ts';
import { describeQuote } from '../../core/highlights/describe-quote.ts';
import type { HighlightColour } from '../../core/highlights/highlight.ts';
import { longestQuote } from '../../core/highlights/highlight.ts';
import { runAndTell } from '../episode-list/run-and-tell.ts';
import { chooseColour, useChosenColour } from '../highlights/chosen-colour.ts';
import { copyHighlight } from '../highlights/copy-highlight.ts';
import { originOf } from '../highlights/keep-highlight.ts';
import { getEpisode } from '../library/episodes.ts';
import type { HighlightRow } from '../library/rows.ts';
import { notify } from '../ui/notices.tsx';
import { holdTyping, takeTyped } from '../ui/typed-ahead.ts';
import type { ReaderOptions } from './reader-options.ts';
import type { Stretch } from './stretch-to-mark.ts';
import { useKeptOnce } from './use-kept-once.ts';
import { markAt } from './use-marks.ts';
import type { Marks } from './use-marks.ts';

export interface MarkWish {
  /** The colour chosen last when absent. */
  readonly colour?: HighlightColour;
  /** Opens its card at the note. */
  readonly withNote?: boolean;
}

export interface OpenCard {
  readonly highlightId: string;
  readonly startsWithNote: boolean;
}

export interface Highlighting {
  readonly card: OpenCard | null;
  readonly openCard: (card: OpenCard | null) => void;
  /** Said to assistive technology. */
  readonly said: string;
  readonly highlight: (wish?: MarkWish) => Promise<void>;
  /** Copies with time and link. */
  readonly copy: () => Promise<void>;
}

interface HighlightingNeeds {
  readonly options: ReaderOptions;
  readonly marks: Marks;
  /** What is meant now, see `stretchToMark`. */
  readonly stretch: () => Stretch | null;
}

/** Making highlights of a text, and the card of one that is looked at closely. */
export function useHighlighting({ options, marks, stretch }: HighlightingNeeds): Highlighting {
  const { episodeId, transcript } = options;
  const [card, openCard] = useState<OpenCard | null>(null);
  const [said, say] = useState('');
  const once = useKeptOnce(marks.highlights);
  const meant = (): ReturnType<typeof describeQuote> => {
    const wanted = stretch();
    const anchor = wanted === null ? null : describeQuote(transcript, wanted.from, wanted.to);
    if (anchor === null) tellHow();
    else if (anchor.quote.length > longestQuote) tellTooLong();
    else return anchor;
    return null;
  };
  return {
    card,
    openCard,
    said,
    highlight: async ({ colour, withNote = false } = {}) => {
      const anchor = meant();
      if (anchor === null) return;
      if (colour !== undefined) chooseColour(colour);
      if (withNote) holdTyping();
      const there = sameMark(marks, anchor) ?? once.inHand(anchor);
      const wanted = colour ?? useChosenColour.getState().colour;
      const kept = await (there ?? once.keep({ episodeId, transcript, anchor, colour: wanted }));
      if (kept === null) return void takeTyped();
      document.getSelection()?.removeAllRanges();
      if (there === null) say(i18next.t('highlights.said', { quote: anchor.quote.slice(0, 80) }));
      else if (colour !== undefined) await recolour(kept, colour);
      if (withNote || (there !== null && colour === undefined)) {
        openCard({ highlightId: kept.id, startsWithNote: withNote });
      }
    },
    copy: async () => {
      const anchor = meant();
      const view = anchor === null ? null : await getEpisode(episodeId);
      if (anchor !== null && view !== null)
        await copyHighlight({ ...anchor, origin: originOf(view, transcript) });
    },
  };
}

/** The highlight that has these words already, or more. */
function sameMark(marks: Marks, anchor: NonNullable<ReturnType<typeof describeQuote>>): HighlightRow | null {
  const { language } = marks.searched.transcript;
  const place = anchorHighlight(marks.searched, { ...anchor, origin: { text: { language } } });
  if (place === null || place.from.paragraph !== place.to.paragraph) return null;
  return markAt(marks, {
    paragraph: place.from.paragraph,
    start: place.from.offset,
    end: place.to.offset,
  });
}

async function recolour({ id, colour: before }: HighlightRow, colour: HighlightColour): Promise<void> {
  if (colour !== before) await runAndTell({ kind: 'change-highlight', highlightId: id, change: { colour } });
}

function tellHow(): void {
  const { t } = i18next;
  notify({ tone: 'info', title: t('highlights.selectFirst'), advice: t('highlights.selectFirstText') });
}

function tellTooLong(): void {
  const { t } = i18next;
  notify({ tone: 'info', title: t('highlights.tooLong'), advice: t('highlights.tooLongText') });
}
