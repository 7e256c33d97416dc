/** Bounds on what the options of a layer make, checked before anything is allocated. */
import { budget } from '../budget';
import { LensError, msg } from '../message';
import { paddedSize, type Axes } from './window';

/** Throws where padding makes a plane that is too large for the input, or a kernel has too many cells. */
export function requireBounded({ rows, cols }: Axes): void {
  const most = mostOf(rows.size * cols.size);
  const height = paddedSize(rows);
  const width = paddedSize(cols);
  if (height * width > most) {
    throw new LensError(
      msg('the padded input would have {0} × {1} cells; at most {2} are supported for this input', height, width, most),
      'pad',
    );
  }
  if (rows.kernel * cols.kernel > most) {
    throw new LensError(
      msg('the kernel has {0} × {1} cells; at most {2} are supported for this input', rows.kernel, cols.kernel, most),
      'kernel',
    );
  }
}

/** Throws where a transposed layer makes an output plane that is too large for its input of `inputCells`. */
export function requireBoundedOutput(height: number, width: number, inputCells: number): void {
  const most = mostOf(inputCells);
  if (height * width <= most) return;
  throw new LensError(
    msg('the output would have {0} × {1} cells; at most {2} are supported for this input', height, width, most),
    'stride',
  );
}

function mostOf(inputCells: number): number {
  return Math.max(budget.planeCells, budget.planeGrowth * inputCells);
}
