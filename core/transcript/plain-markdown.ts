/**
 * The words of a Markdown text: marks of headings, emphasis, quotes, lists, code and links go, paragraphs stay. Linear in time:
 * each rule looks at one line.
 */
export function plainMarkdown(text: string): string {
  const lines = text.replace(/^\ufeff?---\n[\s\S]{0,20000}?\n---\n/, '').split(/\r\n?|\n/);
  const kept: string[] = [];
  for (const line of lines) {
    if (/^\s*(?:```|~~~)/.test(line)) continue;
    if (
      /^\s*(?:[-*_]\s*){3,}$/.test(line) ||
      /^\s*\[[^\]]{1,200}\]:\s+<?(?:https?:|mailto:|[/#.])/i.test(line)
    ) {
      kept.push('');
      continue;
    }
    const isHeading = /^\s{0,3}#{1,6}\s/.test(line);
    const isUnderline = /^\s*(?:={3,}|-{3,})\s*$/.test(line);
    const isItem = /^\s*(?:[*+]|\d{1,3}[.)])\s+/.test(line) || /^\s*-\s+\[[ x]\]/i.test(line);
    if (isHeading || isItem || isUnderline) kept.push('');
    if (isUnderline) continue;
    kept.push(plainLine(line));
    if (isHeading) kept.push('');
  }
  return kept.join('\n');
}

/** A dash before the words stays: it may as well be that of direct speech. */
function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}(?:>\s?)+/, '')
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/\s#+\s*$/, '')
    .replace(/^\s*[*+]\s+/, '')
    .replace(/!\[([^\]\n]{0,500})\]\([^)\s]{0,2000}(?:\s"[^"]{0,500}")?\)/g, '')
    .replace(/\[([^\]\n]{1,500})\](?:\([^)\s]{0,2000}(?:\s"[^"]{0,500}")?\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/(\*\*\*|___|\*\*|__|~~)(?=\S)(.{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,1000})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,1000})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]{1,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1');
}
