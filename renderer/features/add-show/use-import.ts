import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import type { OpmlImport, OpmlList } from '../../library/import-opml.ts';
import { chooseOpml, importOpml } from '../../library/import-opml.ts';

export type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running' | 'done';
      readonly total: number;
      readonly done: number;
      readonly results: readonly OpmlImport[];
      readonly rejected: OpmlList['rejected'];
    };

/** Brings in the shows of a list one by one; every one that fails says why and holds up none. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const [error, setError] = useState<AppError | null>(null);
  const abort = useRef<AbortController>(null);

  const bring = useCallback(async ({ outlines, rejected }: OpmlList): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    const results: OpmlImport[] = [];
    const show = (kind: 'running' | 'done') =>
      setState({ kind, total: outlines.length, done: results.length, results: [...results], rejected });
    show('running');
    const all = await importOpml(
      outlines,
      (_done, latest) => {
        results.push(latest);
        show('running');
      },
      controller.signal,
    );
    results.splice(0, results.length, ...all);
    show('done');
  }, []);

  const choose = async (): Promise<void> => {
    setError(null);
    const chosen = await chooseOpml();
    if (!chosen.ok) setError(chosen.error);
    else if (chosen.value.kind === 'read') await bring(chosen.value);
  };
  /** What is over makes room; what still runs goes on. */
  const clear = useCallback(() => setState((now) => (now.kind === 'done' ? { kind: 'idle' } : now)), []);
  return { state, error, choose, bring, clear, stop: () => abort.current?.abort() };
}
