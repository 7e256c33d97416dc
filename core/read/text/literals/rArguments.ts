/** The arguments of a call in R: `matrix(c(1, 2), nrow = 2)`. */

export interface RArgument {
  readonly name?: string;
  /** Without blanks and comments around it. */
  readonly text: string;
  /** In the document. */
  readonly start: number;
}

/** The arguments between two offsets, split at the commas of the outermost level. */
export function rArguments(text: string, from: number, to: number): RArgument[] {
  const found: RArgument[] = [];
  let [start, depth] = [from, 0];
  const add = (end: number): void => {
    const written = text.slice(start, end);
    const lead = /^(?:\s|#[^\n]*(?:\n|$))*(?:([A-Za-z_.][\w.]*)\s*=(?!=)(?:\s|#[^\n]*(?:\n|$))*)?/.exec(written)!;
    const own = written.slice(lead[0].length).replace(/(?:\s|#[^\n]*$)*$/, '');
    if (own !== '')
      found.push({ text: own, start: start + lead[0].length, ...(lead[1] !== undefined && { name: lead[1] }) });
    start = end + 1;
  };
  for (let at = from; at < to; at++) {
    const character = text[at]!;
    if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 || end > to ? to : end;
    } else if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      at = end < 0 || end > to ? to : end;
    } else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === ',' && depth === 0) add(at);
  }
  add(to);
  return found;
}

/** The arguments by the names of a function's parameters: named ones first, then the others in order. Undefined for other names. */
export function byParameter(
  given: readonly RArgument[],
  parameters: readonly string[],
): ReadonlyMap<string, RArgument> | undefined {
  const found = new Map<string, RArgument>();
  for (const argument of given) {
    if (argument.name === undefined) continue;
    if (!parameters.includes(argument.name)) return undefined;
    found.set(argument.name, argument);
  }
  const free = parameters.filter((name) => !found.has(name));
  const positional = given.filter(({ name }) => name === undefined);
  if (positional.length > free.length) return undefined;
  positional.forEach((argument, index) => found.set(free[index]!, argument));
  return found;
}
