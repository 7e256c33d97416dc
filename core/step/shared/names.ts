/** What the arrays of a layer are called on screen: the user's names where there are some, else the course's. */
import type { Layer } from '../Layer';

export interface Names {
  readonly x: string;
  readonly w: string;
  readonly b: string;
  readonly z: string;
  readonly dZ: string;
  readonly dX: string;
  readonly dW: string;
  readonly db: string;
}

export function namesOf(layer: Layer, own: Partial<Names> = {}): Names {
  const x = own.x ?? (layer.kind === 'pad' ? 'X' : 'A_prev');
  const conv = layer.kind === 'conv';
  const w = own.w ?? 'W';
  const b = own.b ?? 'b';
  return {
    x,
    w,
    b,
    z: own.z ?? (conv ? 'Z' : layer.kind === 'pad' ? `${x}_pad` : 'A'),
    dZ: own.dZ ?? (conv ? 'dZ' : 'dA'),
    dX: own.dX ?? (x === 'A_prev' ? 'dA_prev' : `d${x}`),
    dW: own.dW ?? `d${w}`,
    db: own.db ?? `d${b}`,
  };
}

/** The course writes one example in lower case: A_prev_pad[i] is a_prev_pad, dA_prev_pad[i] is da_prev_pad. */
export function exampleName(name: string): string {
  return name.replace(/^d?[A-Z]/, (start) => start.toLowerCase());
}
