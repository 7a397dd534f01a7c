/** Grows when the same words and the same sound would be aligned differently: what was kept before is made again. */
export const alignmentVersion = 4;
