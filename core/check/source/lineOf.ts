/** The line of an error in the text, or that of the function where the error is in the call that the check makes. */
export function lineOf(source: string, { line }: { readonly line: number }, ofFunction: number): number {
  return line > 0 && line <= source.split('\n').length ? line : ofFunction;
}
