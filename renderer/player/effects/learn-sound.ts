import { listen, request } from '../../desktop/client.ts';
import { lookAhead } from '../turning-points.ts';
import { usePlayback } from '../playback-store.ts';
import { useEffects } from './effects-store.ts';
import { readEffects } from './read-effects.ts';

/** The analysis that is awaited: of which episode, and the name it can be cancelled by. */
let awaited: { readonly episodeId: string; readonly requestId: string } | null = null;
/** Downloads that were analysed ahead, so that each is only once. */
const askedAhead = new Set<string>();

/** Hears how far the analysis is, and has finished downloads analysed whose show uses it. Once, at the start. */
export function followAnalysis(): void {
  listen('media:analysing', ({ episodeId, share }) => {
    const isAwaited = awaited?.episodeId === episodeId && usePlayback.getState().episodeId === episodeId;
    if (isAwaited) useEffects.setState({ analysis: { kind: 'running', share } });
  });
  listen('download:changed', ({ episodeId, state }) => {
    if (state === 'done') void learnAhead(episodeId);
  });
}

/** Asks for what the effects need to know, once the file is here; gives up what they need no more. */
export function learnIfNeeded(): void {
  const { episodeId, local } = usePlayback.getState();
  const { inForce, analysis } = useEffects.getState();
  const isNeeded = episodeId !== null && local && (inForce.levelling || inForce.skipSilence);
  if (awaited !== null && (!isNeeded || awaited.episodeId !== episodeId)) giveUp();
  if (isNeeded && awaited === null && analysis.kind === 'none') void learn(episodeId);
}

function giveUp(): void {
  if (awaited === null) return;
  void request('request:cancel', { requestId: awaited.requestId });
  awaited = null;
  useEffects.setState(({ analysis }) => (analysis.kind === 'running' ? { analysis: { kind: 'none' } } : {}));
}

async function learn(episodeId: string): Promise<void> {
  const mine = { episodeId, requestId: crypto.randomUUID() };
  awaited = mine;
  useEffects.setState({ analysis: { kind: 'running', share: 0 } });
  const learned = await request('media:analyse', { requestId: mine.requestId, episodeId, ahead: false });
  if (awaited !== mine) return;
  awaited = null;
  if (usePlayback.getState().episodeId !== episodeId) return;
  useEffects.setState({
    analysis: learned.ok ? { kind: 'ready', sound: learned.value } : { kind: 'failed', error: learned.error },
  });
  lookAhead();
}

/** So that the effects are there with the first sound. */
async function learnAhead(episodeId: string): Promise<void> {
  if (askedAhead.has(episodeId) || awaited?.episodeId === episodeId) return;
  askedAhead.add(episodeId);
  const { inForce } = await readEffects(podcastIdOf(episodeId), episodeId);
  if (!inForce.levelling && !inForce.skipSilence) askedAhead.delete(episodeId);
  else await request('media:analyse', { requestId: crypto.randomUUID(), episodeId, ahead: true });
}

/** An episode's id begins with that of its show. */
function podcastIdOf(episodeId: string): string {
  return episodeId.slice(0, episodeId.indexOf('-'));
}
