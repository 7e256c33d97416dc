/** The naive loops of a convolution with the parts of the indices moved out of the inner loop by hand. */
import type { NaiveConv } from './naiveLoops';
import { outputShapeOf, type ConvWorkload } from './workloads';

export function hoistedConv(
  workload: ConvWorkload,
  x: Float64Array,
  w: Float64Array,
  b: Float64Array,
  dZ: Float64Array,
): NaiveConv {
  const [m, height, width, channels] = workload.x;
  const [kernelRows, kernelCols, , filters] = workload.w;
  const { pad, stride } = workload;
  const [, outRows, outCols] = outputShapeOf(workload);
  const padRows = height + 2 * pad;
  const padCols = width + 2 * pad;

  function padded(): Float64Array {
    const plane = new Float64Array(m * padRows * padCols * channels);
    for (let i = 0; i < m; i++) {
      for (let row = 0; row < height; row++) {
        const from = (i * height + row) * width * channels;
        plane.set(x.subarray(from, from + width * channels), ((i * padRows + row + pad) * padCols + pad) * channels);
      }
    }
    return plane;
  }

  return {
    forward() {
      const plane = padded();
      const z = new Float64Array(m * outRows * outCols * filters);
      let cell = 0;
      for (let i = 0; i < m; i++) {
        for (let h = 0; h < outRows; h++) {
          for (let v = 0; v < outCols; v++) {
            for (let c = 0; c < filters; c++) {
              let sum = b[c]!;
              for (let row = 0; row < kernelRows; row++) {
                for (let col = 0; col < kernelCols; col++) {
                  const at = ((i * padRows + h * stride + row) * padCols + v * stride + col) * channels;
                  const weight = (row * kernelCols + col) * channels * filters + c;
                  for (let k = 0; k < channels; k++) sum += plane[at + k]! * w[weight + k * filters]!;
                }
              }
              z[cell++] = sum;
            }
          }
        }
      }
      return z;
    },
    backward() {
      const plane = padded();
      const dPlane = new Float64Array(plane.length);
      const dW = new Float64Array(w.length);
      const db = new Float64Array(filters);
      let cell = 0;
      for (let i = 0; i < m; i++) {
        for (let h = 0; h < outRows; h++) {
          for (let v = 0; v < outCols; v++) {
            for (let c = 0; c < filters; c++) {
              const gradient = dZ[cell++]!;
              db[c]! += gradient;
              for (let row = 0; row < kernelRows; row++) {
                for (let col = 0; col < kernelCols; col++) {
                  const at = ((i * padRows + h * stride + row) * padCols + v * stride + col) * channels;
                  const weight = (row * kernelCols + col) * channels * filters + c;
                  for (let k = 0; k < channels; k++) {
                    dPlane[at + k]! += w[weight + k * filters]! * gradient;
                    dW[weight + k * filters]! += plane[at + k]! * gradient;
                  }
                }
              }
            }
          }
        }
      }
      const dX = new Float64Array(x.length);
      for (let i = 0; i < m; i++) {
        for (let row = 0; row < height; row++) {
          const from = ((i * padRows + row + pad) * padCols + pad) * channels;
          dX.set(dPlane.subarray(from, from + width * channels), (i * height + row) * width * channels);
        }
      }
      return { dX, dW, db };
    },
  };
}
