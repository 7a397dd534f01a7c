import { mediaElement } from './media-element.ts';
import { usePlayback } from './playback-store.ts';

interface Place {
  readonly box: HTMLElement;
  readonly isLarge: boolean;
}

const places: Place[] = [];

/** Shows the moving picture of what plays in a box, unless a larger one shows it. The answer takes it away again. */
export function showPictureIn(box: HTMLElement, isLarge: boolean): () => void {
  const place = { box, isLarge };
  places.push(place);
  arrange();
  return () => {
    places.splice(places.indexOf(place), 1);
    arrange();
  };
}

/** Over the whole screen, with what Chromium has to steer it, and back. Nothing to show, nothing done. */
export async function showFullScreen(): Promise<void> {
  if (document.fullscreenElement !== null) {
    await document.exitFullscreen();
    return;
  }
  const element = mediaElement();
  if (!canShow()) return;
  await element.requestFullscreen();
  element.controls = true;
  document.addEventListener('fullscreenchange', () => (element.controls = false), { once: true });
}

/** In a small window of its own over all others, and back. */
export async function showAbove(): Promise<void> {
  if (document.pictureInPictureElement !== null) await document.exitPictureInPicture();
  else if (canShow()) await mediaElement().requestPictureInPicture();
}

function canShow(): boolean {
  return usePlayback.getState().hasPicture && mediaElement().isConnected;
}

/**
 * Moving the element in one step does not interrupt it; an element that is in no document falls silent. What is shown over other
 * windows stays there while its place does.
 */
function arrange(): void {
  const element = mediaElement();
  const isAbove = document.pictureInPictureElement === element;
  if (isAbove && places.some(({ box }) => box === element.parentElement)) return;
  const chosen = places.findLast(({ isLarge }) => isLarge) ?? places.at(-1);
  const box = chosen?.box ?? waitingRoom();
  if (element.parentElement !== box) box.append(element);
}

let room: HTMLElement | null = null;

/** Where the element is while nobody shows it. */
function waitingRoom(): HTMLElement {
  if (room === null) {
    room = document.createElement('div');
    room.hidden = true;
    document.body.append(room);
  }
  return room;
}
