declare module 'write-file-atomic' {
  /** Writes a temporary file beside `file`, flushes it to disk and renames it. */
  function writeFileAtomic(
    file: string,
    data: string | Buffer,
    options?: { encoding?: string; mode?: number },
  ): Promise<void>;
  export = writeFileAtomic;
}
