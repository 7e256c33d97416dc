/** Entries for functions and classes that would be checked, but are not valid Python: they name the error and its line. */
import { guessClassOperation, guessOperations } from './adapt/guessOperation';
import { courseCases } from './cases/courseCases';
import type { FunctionCheck } from './FunctionCheck';
import type { CourseFunction } from './CourseFunction';
import type { UnparsedDefinition } from './source/unparsedDefinitions';

export function unparsedChecks(definitions: readonly UnparsedDefinition[]): FunctionCheck[] {
  return definitions.flatMap((definition) => {
    const operation = operationOf(definition);
    return operation ? [unparsedCheck(definition, operation)] : [];
  });
}

function operationOf({ kind, name }: UnparsedDefinition): CourseFunction | undefined {
  if (kind === 'def') return guessOperations(name)[0];
  const layer = guessClassOperation(name);
  return layer && `${layer}_forward`;
}

function unparsedCheck(
  { name, line, errorLine, message }: UnparsedDefinition,
  operation: CourseFunction,
): FunctionCheck {
  return {
    name,
    line,
    operation,
    agrees: false,
    error: { message, line: errorLine },
    refused: true,
    differing: 0,
    total: 0,
    largest: 0,
    mistakes: [],
    unseen: [],
    geometries: 0,
    borrowed: [],
    layerCase: courseCases(operation)[0]!,
  };
}
