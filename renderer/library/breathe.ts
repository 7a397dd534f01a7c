/**
 * Lets input and painting through. A message and not a timer: nested timers wait 4 ms, and a whole second each in a window nobody
 * sees.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
