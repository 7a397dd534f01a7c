/** What highlights can be saved as. */
export const highlightFormats = ['markdown', 'csv', 'json'] as const;
export type HighlightFormat = (typeof highlightFormats)[number];
