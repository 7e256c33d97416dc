/** Which frames to ask for next, so that they are here before they are shown. Pure. */

export interface PrefetchRequest {
  readonly t: number;
  readonly count: number;
  /** Steps per second while playing, else 0. */
  readonly speed: number;
  readonly isCovered: (t: number) => boolean;
}

/** How long before a step is due its frame is asked for: several slow round trips. */
const secondsAhead = 1.5;

const leastAhead = 12;
const aheadAtRest = 6;
const behindAtRest = 3;

/** Inclusive; undefined when enough have arrived or were requested. */
export function planPrefetch({
  t,
  count,
  speed,
  isCovered,
}: PrefetchRequest): { from: number; to: number } | undefined {
  const playing = speed > 0;
  const ahead = playing ? Math.max(leastAhead, Math.ceil(speed * secondsAhead)) : aheadAtRest;
  const last = Math.min(count - 1, t + ahead);
  let from = t + 1;
  while (from <= last && isCovered(from)) from++;
  if (from <= last) {
    // While playing, whole batches: a message for every step would cost more than the frames.
    const lacking = last - from + 1;
    if (playing && lacking < ahead / 3 && last < count - 1) return undefined;
    return { from, to: last };
  }
  if (playing) return undefined;
  const first = Math.max(0, t - behindAtRest);
  let to = t - 1;
  while (to >= first && isCovered(to)) to--;
  return to >= first ? { from: first, to } : undefined;
}
