/** Deeper graphs, or more nodes, are not those of a page about one thing. */
const deepest = 12;
const mostNodes = 20_000;

/**
 * The text of the article as the page itself states it (schema.org `articleBody`), from its JSON-LD scripts: also inside
 * `@graph`, lists and other things (`mainEntity`). Of several the longest. Null when there is none; broken scripts are passed over.
 */
export function jsonLdArticle(scripts: readonly string[]): string | null {
  let best: string | null = null;
  for (const script of scripts) {
    for (const body of bodiesIn(parse(script))) if (body.length > (best?.length ?? 0)) best = body;
  }
  return best;
}

/** Some write JSON-LD with bare line breaks inside strings, or within the marks of a comment. */
function parse(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!\[CDATA\[|<!--|\/\*[\s\S]{0,200}?\*\/)?\s*/, '')
    .replace(/\s*(?:\]\]>|-->)?\s*;?\s*$/, '');
  for (const text of [bare, bare.replace(/[\n\r\t]/g, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      continue;
    }
  }
  return null;
}

function bodiesIn(root: unknown): string[] {
  const found: string[] = [];
  const waiting = [{ value: root, depth: 0 }];
  for (let seen = 0; seen < mostNodes; seen += 1) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null || depth > deepest) continue;
    const body = 'articleBody' in value ? value.articleBody : undefined;
    const parts = Array.isArray(body) ? body : [body];
    const text = parts.filter((part) => typeof part === 'string').join('\n');
    if (text.trim() !== '') found.push(text);
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return found;
}
