/** What makes notes a text to read along with: enough paragraphs of whole sentences, and little else. */
const shortestParagraph = 120;
const fewestParagraphs = 4;
const shortestText = 1_500;
const mostlyProse = 0.6;
const mostLinked = 0.3;

/** Every pattern ends at the next bracket, so that no hostile notes make it look far. */
const blockTag = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|td|table|section|article)\b[^<>]*>/i;
const anyTag = /<[^<>]*>/g;
const linkStart = /<a\b[^<>]*>/i;

/**
 * The text inside a feed (untrusted HTML) that an episode can be read from: the article a feed carries besides the notes
 * (`yandex:full-text`, `turbo:content`), else notes that are one themselves, as of shows that put it into `content:encoded`.
 */
export function feedText({
  fullTextHtml,
  notesHtml,
}: {
  readonly fullTextHtml?: string | undefined;
  readonly notesHtml: string;
}): string | undefined {
  return fullTextHtml ?? (isRunningText(notesHtml) ? notesHtml : undefined);
}

function isRunningText(html: string): boolean {
  if (html.length < shortestText) return false;
  let total = 0;
  const prose: number[] = [];
  for (const block of html.split(blockTag)) {
    const text = plain(block);
    total += text.length;
    const isLong = text.length >= shortestParagraph && /[.!?…]/.test(text);
    if (isLong && linkedLength(block) < text.length * mostLinked) prose.push(text.length);
  }
  const proseLength = prose.reduce((sum, length) => sum + length, 0);
  return (
    prose.length >= fewestParagraphs && proseLength >= shortestText && proseLength >= total * mostlyProse
  );
}

function linkedLength(block: string): number {
  const [, ...links] = block.split(linkStart);
  return links.reduce((sum, link) => sum + plain(link.split(/<\/a\b/i)[0] ?? '').length, 0);
}

function plain(html: string): string {
  return html
    .replace(anyTag, '')
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
