import { create } from 'zustand';
import type { HighlightFilter } from '../../../core/highlights/filter-highlights.ts';

/** What the page shows and in which order. */
export interface PageFilter extends HighlightFilter {
  readonly byEpisode: boolean;
}

/** Kept while the app runs: whoever opens a highlight and comes back finds the page as it was. */
export const usePageFilter = create<PageFilter>(() => ({ byEpisode: false }));

export function changePageFilter(filter: PageFilter): void {
  usePageFilter.setState(filter, true);
}

/** Whether the filter holds anything back. */
export function isFiltering({ byEpisode: _order, ...filter }: PageFilter): boolean {
  return Object.values(filter).some((part) => part !== undefined && part !== '');
}
