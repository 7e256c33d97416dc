/** What is measured: the course's layer, three of real networks, and pooling. */

export interface ConvWorkload {
  readonly kind: 'conv';
  readonly name: string;
  readonly x: readonly [number, number, number, number];
  readonly w: readonly [number, number, number, number];
  readonly pad: number;
  readonly stride: number;
}

export interface PoolWorkload {
  readonly kind: 'pool';
  readonly name: string;
  readonly x: readonly [number, number, number, number];
  readonly mode: 'max' | 'average';
  readonly window: number;
  readonly stride: number;
}

export type Workload = ConvWorkload | PoolWorkload;

const large = [8, 112, 112, 64] as const;

export const workloads: readonly Workload[] = [
  { kind: 'conv', name: 'course', x: [10, 5, 7, 4], w: [3, 3, 4, 8], pad: 1, stride: 2 },
  { kind: 'conv', name: 'MNIST', x: [32, 28, 28, 1], w: [5, 5, 1, 32], pad: 2, stride: 1 },
  { kind: 'conv', name: 'ImageNet stem', x: [1, 224, 224, 3], w: [7, 7, 3, 64], pad: 3, stride: 2 },
  { kind: 'conv', name: 'ResNet block', x: [8, 56, 56, 64], w: [3, 3, 64, 64], pad: 1, stride: 1 },
  { kind: 'pool', name: 'max 2', x: large, mode: 'max', window: 2, stride: 2 },
  { kind: 'pool', name: 'max 3', x: large, mode: 'max', window: 3, stride: 2 },
  { kind: 'pool', name: 'average 2', x: large, mode: 'average', window: 2, stride: 2 },
  { kind: 'pool', name: 'average 3', x: large, mode: 'average', window: 3, stride: 2 },
];

/** (m, out_H, out_W, n_C) */
export function outputShapeOf(workload: Workload): [number, number, number, number] {
  const [m, height, width, channels] = workload.x;
  const pad = workload.kind === 'conv' ? workload.pad : 0;
  const [rows, cols] = workload.kind === 'conv' ? workload.w : [workload.window, workload.window];
  const size = (n: number, kernel: number): number => Math.floor((n + 2 * pad - kernel) / workload.stride) + 1;
  return [m, size(height, rows), size(width, cols), workload.kind === 'conv' ? workload.w[3] : channels];
}

/** Floating-point operations of the forward pass; undefined for pooling. */
export function operations(workload: Workload): number | undefined {
  if (workload.kind === 'pool') return undefined;
  const [rows, cols, channels] = workload.w;
  return 2 * outputShapeOf(workload).reduce((a, b) => a * b, 1) * rows * cols * channels;
}
