/** Does `work` after `ms`; returns what stops it. */
export function realTimer(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
