/** A stepper that covers the answers of steps with an open question. */
import type { Stepper, View } from '../step/Stepper';
import { ask } from './ask';
import { hideUncomputed } from './hideUncomputed';

/** `isOpen` tells whether the question of a step is still to be answered. */
export function quizStepper(stepper: Stepper, isOpen: (t: number, view: View) => boolean): Stepper {
  const asked = (t: number, view: View) => (isOpen(t, view) ? ask(stepper, t, view) : undefined);
  return {
    ...stepper,
    frame: (t, view) => hideUncomputed(asked(t, view)?.covered ?? stepper.frame(t, view)),
    // Both would show covered values.
    explain: (cell, t, view) => (asked(t, view) ? undefined : stepper.explain(cell, t, view)),
    montage: (map, t, view) => (asked(t, view) ? undefined : stepper.montage(map, t, view)),
  };
}
