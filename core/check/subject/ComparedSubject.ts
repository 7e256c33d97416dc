/** What is compared with a layer: results of the user, and what is known of how they were computed. */
import { geometryOf } from '../cases/expected';
import { isBackward, isPooling } from '../CourseFunction';
import type { Growth, OwnArray, TracedRun, TracedStep } from '../trace/TracedRun';
import { windowLoop, type ComparedLoop } from './ComparedLoop';

/** A number that is not a cell: mean, sum, shape … of an array. */
export interface ComparedNumber {
  readonly label: string;
  readonly own: readonly number[];
  readonly layer: readonly number[];
  /** The place value of the last printed digit of each number of the user. */
  readonly units?: Float64Array;
}

export interface ComparedSubject {
  readonly loop: ComparedLoop;
  readonly arrays: readonly OwnArray[];
  readonly numbers?: readonly ComparedNumber[];
  /** Writes of the user's code into its gradients. */
  readonly growth?: readonly Growth[];
  /** Whether the user's code was run: `steps` then has what it did for each output cell. */
  readonly traced: boolean;
  /** By the flat index of the output cell; empty where only results are known. */
  readonly steps: readonly (TracedStep | undefined)[];
}

export function tracedSubject({ layerCase, operation, arrays, steps, growth }: TracedRun): ComparedSubject {
  return {
    loop: windowLoop(geometryOf(layerCase), { backward: isBackward(operation), pooling: isPooling(operation) }),
    arrays,
    traced: true,
    steps,
    ...(growth && { growth }),
  };
}
