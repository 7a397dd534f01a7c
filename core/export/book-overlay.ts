import { smilClock } from './clock-text.ts';
import type { OverlayClip } from './overlay-clips.ts';

/** What to mark in a file of the book while its sound plays (EPUB Media Overlays 3.3: SMIL). */
export function bookOverlay(
  clips: readonly OverlayClip[],
  { text, audio }: { readonly text: string; readonly audio: string },
): string {
  const pars = clips.map(
    ({ id, startMs, endMs }) =>
      `<par id="m-${id}"><text src="${text}#${id}"/><audio src="${audio}" clipBegin="${smilClock(startMs)}" clipEnd="${smilClock(endMs)}"/></par>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">
<body>
${pars.join('')}</body>
</smil>
`;
}
