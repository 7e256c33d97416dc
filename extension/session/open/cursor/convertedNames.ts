/** Names that a text gives to an array in another shape: `batch = x.reshape(1, 1, 4, 4)`. */
import type { TextRange } from '../../../../core/read/ParseResult';

interface Named {
  readonly name?: string;
  readonly range: TextRange;
}

/** `batch = tf.reshape(x, …)`: the name, the calls, the array, and what follows it. */
const ASSIGNED = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*((?:[A-Za-z_][\w.]*\()*)([A-Za-z_]\w*)(?!\w)([^\n]*)/gm;
/** Functions and methods that keep the numbers. */
const KEEPS =
  /(?:^|\.)(?:array|asarray|tensor|Tensor|constant|Variable|reshape|expand_dims|unsqueeze|from_numpy|astype|cast|float|view|to|copy|clone)$/;
const MOST = 20;

/** The first call with an array that is made of a literal above it. `uses`: whether a call has an array of a name. */
export function userOfConverted<T extends { readonly range: TextRange }>(
  text: string,
  { name, range }: Named,
  calls: readonly T[],
  uses: (call: T, array: Named) => boolean,
): T | undefined {
  if (name === undefined || calls.length === 0) return undefined;
  const names = new Set([name]);
  for (const [, made = '', heads = '', from = '', rest = ''] of text.slice(range[1]).matchAll(ASSIGNED)) {
    if (names.size > MOST) break;
    if (
      names.has(from) &&
      heads
        .split('(')
        .slice(0, -1)
        .every((head) => KEEPS.test(head)) &&
      keeps(rest)
    )
      names.add(made);
  }
  names.delete(name);
  return calls.find((call) => [...names].some((each) => uses(call, { name: each, range })));
}

/** Whether what follows an array is a method that keeps it, the end of its argument, or a new axis. */
function keeps(rest: string): boolean {
  const method = /^\.(\w+)\(/.exec(rest)?.[1];
  return method === undefined ? /^\s*(?:[,)#;]|\[(?:None|np\.newaxis|:)|$)/.test(rest) : KEEPS.test(method);
}
