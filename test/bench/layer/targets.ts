/** The ratios that were asked for, each the least over its workloads. */
import type { Pass } from './own';
import type { Workload } from './workloads';

export interface Target {
  readonly label: string;
  readonly own: string;
  readonly peer: string;
  readonly pass: Pass;
  readonly workloads: (workload: Workload) => boolean;
  readonly least: number;
  /** Said where the ratio falls short. */
  readonly reason?: string;
}

const course = ({ name }: Workload): boolean => name === 'course';
const conv = ({ kind }: Workload): boolean => kind === 'conv';
const otherConv = (workload: Workload): boolean => conv(workload) && !course(workload);
const pool = ({ kind }: Workload): boolean => kind === 'pool';

const simd32 = { own: 'simd32' } as const;
const typescript = { own: 'ts64', peer: 'naive' } as const;

export const targets: readonly Target[] = [
  {
    ...simd32,
    peer: 'tfjs-wasm',
    label: 'tfjs-wasm, convolutions forward',
    pass: 'forward',
    workloads: conv,
    least: 1,
  },
  { ...simd32, peer: 'tfjs-wasm', label: 'tfjs-wasm, course forward', pass: 'forward', workloads: course, least: 3 },
  { ...simd32, peer: 'tfjs-wasm', label: 'tfjs-wasm, pools forward', pass: 'forward', workloads: pool, least: 0.9 },
  { ...simd32, peer: 'tfjs-wasm', label: 'tfjs-wasm, dX', pass: 'dX', workloads: conv, least: 10 },
  { ...simd32, peer: 'tfjs-wasm', label: 'tfjs-wasm, pools backward', pass: 'backward', workloads: pool, least: 18 },
  { ...simd32, peer: 'tfjs-cpu', label: 'tfjs-cpu, course forward', pass: 'forward', workloads: course, least: 16 },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 40,
  },
  { ...simd32, peer: 'tfjs-cpu', label: 'tfjs-cpu, pools forward', pass: 'forward', workloads: pool, least: 24 },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, convolutions backward',
    pass: 'backward',
    workloads: conv,
    least: 300,
  },
  { ...simd32, peer: 'tfjs-cpu', label: 'tfjs-cpu, pools backward', pass: 'backward', workloads: pool, least: 200 },
  {
    own: 'simd64',
    peer: 'torch64',
    label: 'PyTorch float64, convolutions forward',
    pass: 'forward',
    workloads: conv,
    least: 1.3,
  },
  {
    own: 'simd64',
    peer: 'torch64',
    label: 'PyTorch float64, convolutions backward',
    pass: 'backward',
    workloads: conv,
    least: 1,
  },
  { ...simd32, peer: 'naive', label: 'naive loops, course forward', pass: 'forward', workloads: course, least: 16 },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 40,
  },
  { ...simd32, peer: 'naive', label: 'naive loops, course backward', pass: 'backward', workloads: course, least: 9 },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, other convolutions backward',
    pass: 'backward',
    workloads: otherConv,
    least: 50,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, course forward',
    pass: 'forward',
    workloads: course,
    least: 4,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 6,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, course backward',
    pass: 'backward',
    workloads: course,
    least: 2.5,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, other convolutions backward',
    pass: 'backward',
    workloads: otherConv,
    least: 4.5,
  },
];
