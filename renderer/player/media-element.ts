let element: HTMLVideoElement | null = null;

/** The one media element of the window. A video element plays sound as an audio element does, and has a picture where there is one. */
export function mediaElement(): HTMLVideoElement {
  if (element === null) {
    element = document.createElement('video');
    // Sound may be changed on its way out only where the page may also read it.
    element.crossOrigin = 'anonymous';
  }
  return element;
}
