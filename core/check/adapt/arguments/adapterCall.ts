/** The call that an adapter makes, and the lists of its arguments. */
import type { SyntaxNode } from '@lezer/common';
import { isBackward, type CourseFunction } from '../../CourseFunction';
import type { SourceFunction, SourceParameter } from '../../source/Definition';

/** The source of the arguments of the function, or of one of the two functions that it returns. */
export function argumentLists(
  { parameters }: SourceFunction,
  argumentOf: (parameter: SourceParameter) => readonly string[],
): (inner?: 0 | 1) => string {
  return (inner) =>
    joinedArguments(
      parameters.filter((each) => each.inner === inner),
      argumentOf,
    ).join(', ');
}

/** The arguments of a call, those that are fields of one object as an argument. */
export function joinedArguments(
  parameters: readonly SourceParameter[],
  argumentOf: (parameter: SourceParameter) => readonly string[],
): string[] {
  return parameters.flatMap((parameter): readonly string[] => {
    const { of } = parameter;
    if (!of) return argumentOf(parameter);
    const fields = parameters.filter((each) => each.of?.parameter === of.parameter);
    if (fields[0] !== parameter) return [];
    const written = fields.flatMap(argumentOf);
    // Of a tuple the values alone.
    const values = of.type === '' ? written.map((each) => each.replace(/^\w+=/, '')) : written;
    return [`${of.parameter}=${of.type}(${values.join(', ')})`];
  });
}

/** The call of the function, of the one that it returns, or of the second of two after the first. */
export function adapterCall(
  { name, node, returned = [], gradient }: SourceFunction,
  operation: CourseFunction,
  argumentsFor: (inner?: 0 | 1) => string,
): { readonly result: SyntaxNode; readonly call: string; readonly before: readonly string[] } {
  const isSecond = returned.length > 1 && isBackward(operation);
  const result = (isSecond ? returned[1] : returned[0])?.node ?? node;
  const made = `${name}(${argumentsFor()})`;
  if (gradient && isBackward(operation))
    return { result: gradient.node, call: `${made}[1](${argumentsFor(1)})`, before: [] };
  const forward = `(${argumentsFor(0)})`;
  if (isSecond) {
    const before = [`_functions = ${made}`, `_functions[0]${forward}`];
    return { result, call: `_functions[1](${argumentsFor(1)})`, before };
  }
  const call = returned.length > 1 ? `${made}[0]${forward}` : `${made}${returned.length > 0 ? forward : ''}`;
  return { result, call, before: [] };
}
