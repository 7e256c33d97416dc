// @ts-check
// The README's first steps, as `npm start` begins and prints them.

export const firstSample = 'pool_backward.py';

/** The line that calls pool_backward in its max mode. */
export const firstPlace = '15:1';

export const howTo =
  'Then: press F1, choose "Layer Lens: Step Through Pooling", and press → until step 23, where 2.53 grows to 5.06.';
