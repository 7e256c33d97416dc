/** A read that is bounded only where a test sets a bound. */
import type { ReadControl } from '../../../extension/session/debug/StoppedFrame';

export function control(options: Partial<ReadControl> = {}): ReadControl {
  return { maxElements: 16_000_000, check: () => undefined, report: () => undefined, ...options };
}
