/** The course's own test arrays, for a text that defines a function without calling it. */
import { ndarray } from '../../array/NdArray';
import { msg } from '../../message';
import { RandomState } from '../../random/RandomState';
import type { CourseFunction } from '../CourseFunction';
import { gradientShape } from './expected';
import type { LayerCase } from './LayerCase';

const LABEL = msg("the course's test arrays");

export function courseCases(operation: CourseFunction): LayerCase[] {
  const random = new RandomState(1);
  const base = { operation, label: LABEL, stride: 1, pad: 0, kernel: [1, 1], mode: 'max' } as const;
  switch (operation) {
    case 'zero_pad':
      return [{ ...base, x: random.randn(4, 3, 3, 2), pad: 3 }];
    case 'conv_single_step': {
      const x = random.randn(4, 4, 3);
      return [{ ...base, kernel: [4, 4], x, w: random.randn(4, 4, 3), b: random.randn(1, 1, 1) }];
    }
    case 'create_mask_from_window':
      return [{ ...base, kernel: [2, 3], x: random.randn(2, 3) }];
    case 'distribute_value':
      return [{ ...base, kernel: [2, 2], value: 2 }];
    case 'conv_forward':
    case 'conv_backward': {
      const x = random.randn(2, 5, 7, 4);
      const layerCase: LayerCase = {
        ...base,
        kernel: [3, 3],
        stride: 2,
        pad: 1,
        x,
        w: random.randn(3, 3, 4, 8),
        b: random.randn(1, 1, 1, 8),
      };
      return [
        operation === 'conv_forward'
          ? layerCase
          : { ...layerCase, gradient: random.randn(...gradientShape(layerCase)) },
      ];
    }
    case 'pool_forward':
      return pools([2, 5, 5, 3], 3);
    case 'pool_backward':
      return pools([5, 5, 3, 2], 2).map((layerCase) => ({
        ...layerCase,
        gradient: new RandomState(2).randn(...gradientShape(layerCase)),
      }));
  }

  function pools(shape: readonly number[], f: number): LayerCase[] {
    const x = random.randn(...shape);
    const modes = ['max', 'average'] as const;
    return modes.map((mode) => ({ ...base, kernel: [f, f], x: ndarray(shape, x.data), mode }));
  }
}
