import { create } from 'zustand';
import type { AudioOffer } from '../library/import-files.ts';
import type { OpmlList } from '../library/import-opml.ts';

export interface AddShowRequest {
  /** Filled in, never acted on by itself. */
  readonly address: string;
  /** A list of subscriptions the user chose or dropped on the window. */
  readonly list: OpmlList | null;
  /** A list the system handed over: it is shown, and its shows are added once the user says so. */
  readonly offer: OpmlList | null;
  /** Another one for each request, so that the same address handed over again is filled in again. */
  readonly turn: number;
}

interface WindowState {
  /** The dialog `Add show`, open with this; `null` when closed. */
  readonly addShow: AddShowRequest | null;
  /** The audio files that the dialog about them shows; `null` when it is closed. */
  readonly importAudio: AudioOffer | null;
  readonly shortcutsOpen: boolean;
}

/** Which dialogs are open over the screen. */
export const useWindowState = create<WindowState>(() => ({
  addShow: null,
  importAudio: null,
  shortcutsOpen: false,
}));

export function openAddShow(request: Partial<Omit<AddShowRequest, 'turn'>> = {}): void {
  useWindowState.setState(({ addShow }) => ({
    addShow: { address: '', list: null, offer: null, turn: (addShow?.turn ?? 0) + 1, ...request },
  }));
}

export function closeAddShow(): void {
  useWindowState.setState({ addShow: null });
}

export function showImportAudio(importAudio: AudioOffer | null): void {
  useWindowState.setState({ importAudio });
}

export function showShortcuts(shortcutsOpen: boolean): void {
  useWindowState.setState({ shortcutsOpen });
}
