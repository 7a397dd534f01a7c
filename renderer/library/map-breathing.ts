/** Work longer than this holds up scrolling and typing (ms); a frame has 16. */
const budgetMs = 10;

/** Lets input and painting through. A message, because timers wait a whole second each in a window nobody sees. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

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
