/** Names of a layer's arrays on screen: the user's, else those of the course. */

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

/** `own`: the user's names; `usual`: the names of the course for this operation. */
export function namesOf(own: Partial<Names> = {}, usual: Pick<Names, 'z' | 'dZ'> & { readonly x?: string }): Names {
  const x = own.x ?? usual.x ?? 'A_prev';
  const w = own.w ?? 'W';
  const b = own.b ?? 'b';
  return {
    x,
    w,
    b,
    z: own.z ?? usual.z,
    dZ: own.dZ ?? usual.dZ,
    dX: own.dX ?? (x === 'A_prev' ? 'dA_prev' : `d${x}`),
    dW: own.dW ?? `d${w}`,
    db: own.db ?? `d${b}`,
  };
}

/** The course writes one example in lower case: A_prev_pad[i] is a_prev_pad, dA_prev_pad[i] is da_prev_pad. */
export function exampleName(name: string): string {
  return name.replace(/^d?[A-Z]/, (start) => start.toLowerCase());
}

/** One example in a loop over a batch, and the line that names it; a batch in lower case has no other name for its examples. */
export function exampleInLoop(batch: string): { readonly example: string; readonly line: string | undefined } {
  const example = exampleName(batch);
  return example === batch
    ? { example: `${batch}[i]`, line: undefined }
    : { example, line: `${example} = ${batch}[i]` };
}
