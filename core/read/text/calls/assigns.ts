/** Assignments in the text of MATLAB, Julia and R: `A = 1`, `[A, B] = f(x)`, `A(2, :) <- 0`, `A .= 1`, `A += 1`. */

/** Whether a statement of `text` may give `name` another value. Each character is looked at a few times, however long a line is. */
export function assigns(text: string, name: string): boolean {
  const named = new RegExp(`\\b${name}\\b`);
  // Texts in quotes: `disp(x, 'x =')`.
  const code = withoutNamedArguments(text.replace(/(?<=[(,\s])'[^'\n]*'|"[^"\n]*"/g, ''));
  return code.split('\n').some((line) => {
    const parts = line.split('=');
    return parts.some((part, k) => {
      // `==` compares: an empty part follows, in which no name is.
      const isTarget = k < parts.length - 1 && (parts[k + 1] !== '' || k + 2 === parts.length);
      return targetsOf(k === 0 ? part : afterSeparator(part), isTarget).some((target) => named.test(target));
    });
  });
}

/** `conv(x, w; pad=1)`: the sign in brackets assigns nothing. */
function withoutNamedArguments(code: string): string {
  let depth = 0;
  return code.replace(/[()]|(?<!=)=(?!=)/g, (mark) => {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    return mark === '=' && depth > 0 ? ' ' : mark;
  });
}

/** What is left of an assignment in the statements of a part without `=`; the last one is assigned where an `=` follows. */
function targetsOf(part: string, isAssigned: boolean): string[] {
  const statements = part.split(';');
  return statements.map((statement, k) => {
    const isLast = k === statements.length - 1;
    return isLast && isAssigned ? statement : statement.slice(0, Math.max(0, statement.lastIndexOf('<-')));
  });
}

/** From the first separator on: before it is the value of the assignment to the left. */
function afterSeparator(part: string): string {
  const at = part.search(/[;,]/);
  return at < 0 ? '' : part.slice(at + 1);
}
