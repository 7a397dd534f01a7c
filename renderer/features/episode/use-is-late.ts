import { useEffect, useState } from 'react';

/** Waits shorter than this are not worth a word. */
const lateMs = 300;

/** Whether something has been going on for long enough to be shown as waiting. */
export function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsLate(true), lateMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}
