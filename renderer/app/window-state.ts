import { create } from 'zustand';
import type { OpmlList } from '../library/import-opml.ts';

export interface AddShowRequest {
  /** Filled in, never acted on by itself. */
  readonly address: string;
  /** A list of subscriptions the user chose or dropped on the window. */
  readonly list: OpmlList | null;
}

interface WindowState {
  /** The dialog `Add show`, open with this; `null` when closed. */
  readonly addShow: AddShowRequest | null;
  readonly shortcutsOpen: boolean;
}

/** Which dialogs are open over the screen. */
export const useWindowState = create<WindowState>(() => ({ addShow: null, shortcutsOpen: false }));

export function openAddShow(request: Partial<AddShowRequest> = {}): void {
  useWindowState.setState({ addShow: { address: '', list: null, ...request } });
}

export function closeAddShow(): void {
  useWindowState.setState({ addShow: null });
}

export function showShortcuts(shortcutsOpen: boolean): void {
  useWindowState.setState({ shortcutsOpen });
}
