/** Arrays that a layer computes and those that it is given, under all names that the user may have for them. */
import type { NdArray } from '../../array/NdArray';
import type { LayerResult } from '../../layer/job/LayerJob';
import type { Layer } from '../../step/Layer';
import { namesOf, type Names } from '../../step/shared/words/names';
import { usualNames } from '../../step/shared/words/usualNames';
import type { ResultName } from '../cases/LayerCase';
import { isBackwardLayer, loopOf } from '../subject/ComparedLoop';
import type { ResultTarget } from './assignValues';

export interface ResultTargets {
  readonly targets: readonly ResultTarget[];
  /** Names of inputs. */
  readonly inputs: readonly string[];
}

/** `own`: the user's names. */
export function resultTargets(layer: Layer, results: LayerResult, own: Partial<Names>): ResultTargets {
  const { main } = loopOf(layer);
  const usual = usualNames(layer, own);
  const names = namesOf(own, usual);
  const { z, a, dX, dW, db } = results;
  if (main === 'mask' || main === 'a') {
    return {
      targets: [...target(main, main, dX, main === 'a' ? ['distributed', 'result'] : ['result'])],
      inputs: main === 'mask' ? ['x', names.x, 'A_prev'] : ['dz', 'shape', names.dZ],
    };
  }
  if (layer.kind === 'pad') {
    const padded = ['x_pad', 'X_pad', 'padded', `${names.x}_pad`, ...OUTPUT];
    return { targets: target('x_pad', names.z, z, padded), inputs: [names.x, 'X', 'x', 'pad'] };
  }
  // Where the course does not call the input A_prev.
  const usualInput = usual.x === undefined ? [] : [usual.x];
  if (!isBackwardLayer(layer)) {
    const output = OUTPUT.filter((each) => each !== names.x);
    const inputs = [names.x, names.w, names.b, 'A_prev', 'W', 'b', 'X', ...usualInput];
    return {
      targets: target(
        main,
        names.z,
        z ?? a,
        output.filter((each) => !inputs.includes(each)),
      ),
      inputs,
    };
  }
  const hasFilters = layer.kind === 'conv' || layer.kind === 'convTranspose';
  const usualGradient = usualInput.map((name) => `d${name}`);
  const inputGradient = ['dx', 'grad_input', ...(hasFilters ? ['dA'] : []), ...usualGradient];
  return {
    targets: [
      ...target('dA_prev', names.dX, dX, inputGradient),
      ...target('dW', names.dW, dW, ['dw', 'grad_weight', 'dK']),
      ...target('db', names.db, db, ['grad_bias']),
    ],
    inputs: [
      ...[names.x, names.w, names.b, 'A_prev', 'W', 'b', 'X', names.dZ, 'dA', 'Z', 'A'],
      ...['dZ'].filter((each) => !usualGradient.includes(each)),
    ],
  };
}

const OUTPUT = ['Z', 'A', 'out', 'output', 'outputs', 'y', 'result', 'res', 'ret'];

function target(key: ResultName, title: string, array: NdArray | undefined, others: readonly string[]): ResultTarget[] {
  return array ? [{ key, title, names: [title, key, ...others], array }] : [];
}
