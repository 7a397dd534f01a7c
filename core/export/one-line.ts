/** Text with every run of white space as one space: where a line break would begin something else. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
