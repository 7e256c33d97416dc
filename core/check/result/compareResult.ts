/** The user's results as what is compared with a layer: from values of any source to cells of the layer's arrays. */
import type { LayerResult } from '../../layer/job/LayerJob';
import { LensError, msg } from '../../message';
import type { Layer } from '../../step/Layer';
import type { Names } from '../../step/shared/words/names';
import { loopOf } from '../subject/ComparedLoop';
import type { ComparedSubject } from '../subject/ComparedSubject';
import { assignValues, type ResultTarget, type UnusedValue } from './assignValues';
import type { OwnAxes } from './ownLayout';
import type { OwnValue } from './OwnValue';
import { resultTargets } from './resultTargets';

export interface ComparedResult {
  readonly subject: ComparedSubject;
  readonly unused: readonly UnusedValue[];
}

export interface ResultRequest {
  readonly layer: Layer;
  /** Outputs of the layer's pass. */
  readonly results: LayerResult;
  readonly values: readonly OwnValue[];
  /** The user's names of the layer's arrays. */
  readonly names: Partial<Names>;
  /** Variables to which the user's program assigns the results, in their order. */
  readonly assigned?: readonly string[];
  /** The layout of the user's input. */
  readonly layout: OwnAxes;
}

/** Throws a LensError where none of the values is a result of the layer. */
export function compareResult({ layer, results, values, names, assigned = [], layout }: ResultRequest): ComparedResult {
  const known = resultTargets(layer, results, names);
  const targets = known.targets.map((target, k) => withName(target, assigned[k]));
  const { arrays, numbers, unused } = assignValues({
    values,
    targets,
    inputs: known.inputs,
    layout,
    areNamesKnown: assigned.length > 0,
  });
  if (arrays.length === 0 && numbers.length === 0) throw nothingComparable(values, targets, unused);
  return { subject: { loop: loopOf(layer), arrays, numbers, traced: false, steps: [] }, unused };
}

/** The user's own name comes first. */
function withName(target: ResultTarget, name: string | undefined): ResultTarget {
  return name === undefined ? target : { ...target, names: [name, ...target.names] };
}

function nothingComparable(
  values: readonly OwnValue[],
  targets: readonly ResultTarget[],
  [first]: readonly UnusedValue[],
): LensError {
  const wanted = targets.map(({ title }) => title).join(', ');
  if (values.length === 0 || !first) return new LensError(msg('there are no numbers to compare with {0}', wanted));
  return new LensError(msg('nothing is compared with {0}: {1}: {2}', wanted, first.label, first.reason));
}
