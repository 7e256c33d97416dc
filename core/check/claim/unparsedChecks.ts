/** Entries for functions and classes that would be checked, but are not valid Python: they name the error and its line. */
import { guessClassOperation, guessOperations } from '../adapt/guessOperation';
import type { FunctionCheck } from '../FunctionCheck';
import type { CourseFunction } from '../CourseFunction';
import type { UnparsedDefinition } from '../source/unparsedDefinitions';
import { unchecked } from './unchecked';

export function unparsedChecks(definitions: readonly UnparsedDefinition[]): FunctionCheck[] {
  return definitions.flatMap((definition) => {
    const operation = operationOf(definition);
    const { name, line, errorLine, message } = definition;
    return operation ? [unchecked(name, line, operation, { message, line: errorLine })] : [];
  });
}

function operationOf({ kind, name }: UnparsedDefinition): CourseFunction | undefined {
  if (kind === 'def') return guessOperations(name)[0];
  const layer = guessClassOperation(name);
  return layer && `${layer}_forward`;
}
