/** What the header of one frame of sound says, whatever the format. */
export interface FrameHeader {
  readonly codec: 'mp3' | 'aac';
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** PCM samples per channel one frame gives. */
  readonly samples: number;
  /** Bytes of the whole frame, header included; 0 for a free-format MP3 frame, whose length the header does not tell. */
  readonly size: number;
  /** Bytes at the start of the frame that an MP4 leaves out: an MP3 frame stands there whole, an AAC frame without its ADTS header. */
  readonly leftOut: number;
  /** MPEG-4 audio object type of AAC (ISO/IEC 14496-3 table 1.17); 0 for MP3. */
  readonly objectType: number;
}

/** Whether one decoder set-up plays both: spliced files change here, and Chromium stops at the seam. */
export function sameConfiguration(one: FrameHeader, other: FrameHeader): boolean {
  return (
    sameClock(one, other) &&
    one.channels === other.channels &&
    one.objectType === other.objectType &&
    one.leftOut === other.leftOut
  );
}

/** Whether both belong to streams of one rate: what must hold from frame to frame to stay in step. */
export function sameClock(one: FrameHeader, other: FrameHeader): boolean {
  return one.sampleRate === other.sampleRate && one.samples === other.samples;
}
