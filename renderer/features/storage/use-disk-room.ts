import { useEffect, useState } from 'react';
import type { DownloadStorage } from '../../library/download-queue.ts';
import { readDownloadStorage } from '../../library/download-queue.ts';

/** Room on the disk, read again whenever the number of files changes; null until it is read. */
export function useDiskRoom(fileCount: number | undefined): {
  readonly room: DownloadStorage | null;
  readonly readAgain: () => void;
} {
  const [room, setRoom] = useState<DownloadStorage | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isLatest = true;
    void readDownloadStorage().then((read) => {
      if (read.ok && isLatest) setRoom(read.value);
    });
    return () => {
      isLatest = false;
    };
  }, [fileCount, turn]);
  return { room, readAgain: () => setTurn(turn + 1) };
}
