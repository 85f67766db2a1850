const windowMs = 1_000;
const mostMessages = 20;

/**
 * How many messages of a page are listened to: a person makes a few a second, a page that has lost its head makes thousands.
 * @param nowMs a clock of the same kind for every call
 * @returns whether this message may pass
 */
export function messageGate(nowMs: () => number): () => boolean {
  const passed: number[] = [];
  return () => {
    const now = nowMs();
    while (passed[0] !== undefined && passed[0] <= now - windowMs) passed.shift();
    if (passed.length >= mostMessages) return false;
    passed.push(now);
    return true;
  };
}
