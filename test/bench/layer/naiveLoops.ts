/** The course's loops as one would first write them over flat float64 arrays: pad, then one loop per axis, each index in full. */
import { outputShapeOf, type ConvWorkload, type PoolWorkload } from './workloads';

export interface NaiveConv {
  forward(): Float64Array;
  backward(): { dX: Float64Array; dW: Float64Array; db: Float64Array };
}

export function naiveConv(
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
      for (let i = 0; i < m; i++) {
        for (let h = 0; h < outRows; h++) {
          for (let v = 0; v < outCols; v++) {
            for (let c = 0; c < filters; c++) {
              let sum = 0;
              for (let row = 0; row < kernelRows; row++) {
                for (let col = 0; col < kernelCols; col++) {
                  for (let k = 0; k < channels; k++) {
                    sum +=
                      plane[((i * padRows + h * stride + row) * padCols + v * stride + col) * channels + k]! *
                      w[((row * kernelCols + col) * channels + k) * filters + c]!;
                  }
                }
              }
              z[((i * outRows + h) * outCols + v) * filters + c] = sum + b[c]!;
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
      for (let i = 0; i < m; i++) {
        for (let h = 0; h < outRows; h++) {
          for (let v = 0; v < outCols; v++) {
            for (let c = 0; c < filters; c++) {
              const gradient = dZ[((i * outRows + h) * outCols + v) * filters + c]!;
              db[c]! += gradient;
              for (let row = 0; row < kernelRows; row++) {
                for (let col = 0; col < kernelCols; col++) {
                  for (let k = 0; k < channels; k++) {
                    const at = ((i * padRows + h * stride + row) * padCols + v * stride + col) * channels + k;
                    const weight = ((row * kernelCols + col) * channels + k) * filters + c;
                    dPlane[at]! += w[weight]! * gradient;
                    dW[weight]! += plane[at]! * gradient;
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

export interface NaivePool {
  forward(): Float64Array;
  backward(): Float64Array;
}

/** Of tied maxima the first gets the gradient. */
export function naivePool(workload: PoolWorkload, x: Float64Array, dA: Float64Array): NaivePool {
  const [m, height, width, channels] = workload.x;
  const { window, stride, mode } = workload;
  const [, outRows, outCols] = outputShapeOf(workload);
  return {
    forward() {
      const a = new Float64Array(m * outRows * outCols * channels);
      let cell = 0;
      for (let i = 0; i < m; i++) {
        for (let h = 0; h < outRows; h++) {
          for (let v = 0; v < outCols; v++) {
            for (let c = 0; c < channels; c++) {
              let max = -Infinity;
              let sum = 0;
              for (let row = 0; row < window; row++) {
                for (let col = 0; col < window; col++) {
                  const value = x[((i * height + h * stride + row) * width + v * stride + col) * channels + c]!;
                  if (mode === 'max') max = Math.max(max, value);
                  else sum += value;
                }
              }
              a[cell++] = mode === 'max' ? max : sum / (window * window);
            }
          }
        }
      }
      return a;
    },
    backward() {
      const dX = new Float64Array(x.length);
      let cell = 0;
      for (let i = 0; i < m; i++) {
        for (let h = 0; h < outRows; h++) {
          for (let v = 0; v < outCols; v++) {
            for (let c = 0; c < channels; c++) {
              const gradient = dA[cell++]!;
              let best = -1;
              for (let row = 0; row < window; row++) {
                for (let col = 0; col < window; col++) {
                  const at = ((i * height + h * stride + row) * width + v * stride + col) * channels + c;
                  if (mode === 'average') dX[at]! += gradient / (window * window);
                  else if (best < 0 || x[at]! > x[best]!) best = at;
                }
              }
              if (mode === 'max') dX[best]! += gradient;
            }
          }
        }
      }
      return dX;
    },
  };
}
