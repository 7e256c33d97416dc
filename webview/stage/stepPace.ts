/** How long the motion from one step to the next may last, so that it is over before the user's next step. Pure. */

export interface StepPace {
  /** ms in which the window moves; 0: it jumps. */
  readonly glide: number;
  /** ms in which numbers move from map to map; 0: they do not. */
  readonly flow: number;
}

export const still: StepPace = { glide: 0, flow: 0 };

const longestGlide = 180;
const longestFlow = 420;

/** Part of the time between two steps. */
const glidePart = 0.4;
const flowPart = 0.6;

/** Shorter motions cannot be followed. */
const shortestGlide = 40;
const shortestFlow = 240;

/** `moved`: steps from the drawn one; `elapsed`: ms since the last step. Only single steps move; forward, numbers too. */
export function stepPace(moved: number, elapsed: number): StepPace {
  if (Math.abs(moved) !== 1) return still;
  const glide = Math.min(longestGlide, elapsed * glidePart);
  const flow = Math.min(longestFlow, elapsed * flowPart);
  return {
    glide: glide < shortestGlide ? 0 : Math.round(glide),
    flow: moved < 0 || flow < shortestFlow ? 0 : Math.round(flow),
  };
}
