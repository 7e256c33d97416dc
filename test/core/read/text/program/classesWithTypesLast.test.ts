/** Layers that methods of a program's own classes compute, in languages whose types follow the names. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  const shapes = Object.values(arraysOfCall(call)).map(({ shape }) => shape.join(' '));
  return { operation: call.operation, options: call.options, shapes };
}

describe('classes with types behind the names', () => {
  it.each([
    [
      'typescript',
      'parameters of the constructor that are fields, with the default of another one',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 }, shapes: ['1 4 4 1'] },
      `type Grid = number[][];
export class MaxPool2D {
  constructor(private readonly size: number, private readonly stride = size) {}
  forward(x: Grid): Grid {
 const rows = Math.floor((x.length - this.size) / this.stride) + 1;
 const cols = Math.floor((x[0].length - this.size) / this.stride) + 1;
 const out: Grid = [];
 for (let i = 0; i < rows; i++) {
   const row: number[] = [];
   for (let j = 0; j < cols; j++) row.push(this.best(x, i * this.stride, j * this.stride));
   out.push(row);
 }
 return out;
  }
  private best(x: Grid, top: number, left: number): number {
 let m = -Infinity;
 for (let u = 0; u < this.size; u++) {
   for (let v = 0; v < this.size; v++) m = Math.max(m, x[top + u][left + v]);
 }
 return m; }
}
describe('MaxPool2D', () => {
  it('takes the largest value of each window', () => {
 const pool = new MaxPool2D(2, 2);
 const x = [
   [1, 3, 2, 0],
   [4, 6, 5, 1],
   [7, 2, 9, 8],
   [0, 1, 3, 4],
 ];
 expect(pool.forward(x)).toEqual([[6, 5], [7, 9]]);
  });
});
`,
    ],
    [
      'javascript',
      'a private field and options with defaults',
      { operation: 'conv_forward', options: { stride: 1, padding: 1 }, shapes: ['1 4 4 1', '3 3 1 1'] },
      `'use strict';
class Conv {
  #kernel;
  constructor(kernel, { stride = 1, pad = 0 } = {}) {
 this.#kernel = kernel;
 this.stride = stride;
 this.pad = pad;
  }
  forward(image) {
 const k = this.#kernel.length;
 const n = Math.floor((image.length + 2 * this.pad - k) / this.stride) + 1;
 const out = Array.from({ length: n }, () => new Array(n).fill(0));
 for (let i = 0; i < n; i++)
   for (let j = 0; j < n; j++)
  for (let u = 0; u < k; u++)
    for (let v = 0; v < k; v++) {
   const r = i * this.stride + u - this.pad;
   const c = j * this.stride + v - this.pad;
   if (r < 0 || c < 0 || r >= image.length || c >= image.length) continue;
   out[i][j] += image[r][c] * this.#kernel[u][v];
    }
 return out; }
}
const image = [[1, 2, 0, 1], [0, 1, 3, 1], [2, 2, 1, 0], [1, 0, 1, 2]];
const conv = new Conv([[1, 0, 1], [0, 1, 0], [1, 0, 1]], { stride: 1, pad: 1 });
console.table(conv.forward(image));
`,
    ],
    [
      'kotlin',
      'a constructor in the head of the class',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 }, shapes: ['1 4 4 1'] },
      `package demo
class MaxPool(private val size: Int, val stride: Int = 2) {
 private fun windows(n: Int): Int = (n - size) / stride + 1
 fun forward(x: Array<DoubleArray>): Array<DoubleArray> {
  val h = windows(x.size)
  val w = windows(x[0].size)
  val out = Array(h) { DoubleArray(w) }
  for (i in 0 until h) {
   for (j in 0 until w) {
    var best = Double.NEGATIVE_INFINITY
    for (m in 0 until size) {
     for (n in 0 until size) {
      best = maxOf(best, x[i * stride + m][j * stride + n]) }
    }
    out[i][j] = best }
  }
  return out }
}
fun main() {
 val x = arrayOf(
  doubleArrayOf(1.0, 5.0, 2.0, 0.5),
  doubleArrayOf(3.0, -1.0, 4.0, 8.0),
  doubleArrayOf(0.0, 2.0, 7.0, 6.0),
  doubleArrayOf(9.0, 1.0, 1.5, 2.5),
 )
 val pool = MaxPool(size = 2)
 println(pool.forward(x).joinToString { it.contentToString() })
}
`,
    ],
    [
      'swift',
      'a structure that is called as a function, with one of two labels left out',
      { operation: 'conv_forward', options: { stride: 1, padding: 1 }, shapes: ['1 3 4 1', '3 3 1 1'] },
      `import Foundation
struct Convolution {
 let kernel: [[Double]]
 var stride = 1
 var padding = 0
 func callAsFunction(_ x: [[Double]]) -> [[Double]] {
  let k = kernel.count
  let h = (x.count + 2 * padding - k) / stride + 1
  let w = (x[0].count + 2 * padding - k) / stride + 1
  var out = [[Double]](repeating: [Double](repeating: 0, count: w), count: h)
  for i in 0..<h {
   for j in 0..<w {
    var sum = 0.0
    for m in 0..<k {
     for n in 0..<k {
      let r = i * stride + m - padding
      let c = j * stride + n - padding
      if r >= 0 && r < x.count && c >= 0 && c < x[0].count {
       sum += x[r][c] * kernel[m][n] } }
    }
    out[i][j] = sum }
  }
  return out }
}
let x: [[Double]] = [
 [1, 2, 3, 4],
 [5, 6, 7, 8],
 [9, 1, 2, 3],
]
let conv = Convolution(kernel: [[1, 0, -1], [2, 0, -2], [1, 0, -1]], padding: 1)
print(conv(x))
`,
    ],
    [
      'swift',
      'init',
      { operation: 'pool_forward', options: { mode: 'average', kernel: 2, stride: 2 }, shapes: ['1 4 4 1'] },
      `final class AveragePool {
 private let window: Int
 private let step: Int
 init(window: Int, step: Int) {
  self.window = window
  self.step = step
 }
 func forward(_ input: [[Float]]) -> [[Float]] {
  let rows = (input.count - window) / step + 1
  let cols = (input[0].count - window) / step + 1
  var result = Array(repeating: Array(repeating: Float(0), count: cols), count: rows)
  for r in 0..<rows {
   for c in 0..<cols {
    var total: Float = 0
    for i in 0..<window {
     for j in 0..<window { total += input[r * step + i][c * step + j] }
    }
    result[r][c] = total / Float(window * window) }
  }
  return result }
}
let pool = AveragePool(window: 2, step: 2)
let y = pool.forward([[4, 8, 0, 1], [2, 2, 3, 4], [1, 1, 6, 6], [0, 2, 0, 4]])
print(y)
`,
    ],
  ])('%s: %s', (language, _, expected, text) => {
    expect(lastOf(text, language)).toMatchObject(expected);
  });
});
