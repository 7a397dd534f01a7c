/** How much of a text is looked at. */
const lookedAt = 20_000;
/** A hash with a space behind it is a heading, one without is a tag. */
const heading = /^ {0,3}#{1,6}\s+\p{L}/mu;
const link = /\[[^\]\n]{1,300}\]\(<?(?:https?:\/\/|mailto:|\/|#)[^)\s]{0,2000}/;
/** Direct speech begins with its dash or its quotes. */
const strong =
  /(?:^|[\s(«"])\*\*(?=(?:[—–-]\s)?[«"“(]?[\p{L}\p{N}])[^*\n]{1,300}(?<=[\p{L}\p{N}.,:;!?»"”)])\*\*(?=[\s.,:;!?)»"]|$)/mu;
/** «*Анна:* Привет» */
const emphasisedName = /^\s{0,3}\*(?=\p{Lu})[^*\n]{1,80}(?::\*|\*:)\s/mu;

/** Whether a text that does not say so is written in Markdown: pasted, or in a file that ends in `.txt`. */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, lookedAt);
  return heading.test(start) || link.test(start) || strong.test(start) || emphasisedName.test(start);
}
