import { breathe } from './breathe.ts';

/** Work longer than this holds up scrolling and typing (ms); a frame has 16. */
const budgetMs = 10;

/** As `items.map(change)`, with pauses in which the window answers. Not inside a transaction: it would end at the first pause. */
export async function mapBreathing<Item, Changed>(
  items: readonly Item[],
  change: (item: Item) => Changed,
): Promise<Changed[]> {
  const changed: Changed[] = [];
  let startedAt = performance.now();
  for (const item of items) {
    changed.push(change(item));
    if (performance.now() - startedAt < budgetMs) continue;
    await breathe();
    startedAt = performance.now();
  }
  return changed;
}
