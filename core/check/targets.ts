/** The functions and methods of a text that can be checked, each with the operations that it may implement. */
import { guessClassOperation, guessOperations } from './adapt/guessOperation';
import { checkedMethod } from './adapt/buildClassAdapter';
import { COURSE_FUNCTIONS, type CourseFunction } from './CourseFunction';
import type { RecordedCall } from './run/Runner';
import { isNestedList } from './run/ProgramValue';
import type { SourceClass, Definitions, SourceFunction } from './source/Definition';

export interface Target {
  readonly name: string;
  readonly line: number;
  readonly operations: readonly CourseFunction[];
  readonly definition: SourceFunction;
  /** Absent for a function. */
  readonly owner?: SourceClass;
  /** The operation is a guess from the parameters: the function is listed only where it agrees. */
  readonly uncertain: boolean;
}

/** Helpers before the functions that use them. */
export function targetsOf({ functions, classes }: Definitions, calls: readonly RecordedCall[]): Target[] {
  const targets: Target[] = functions.flatMap((definition): Target[] => {
    const { name, line, parameters } = definition;
    if (parameters.length === 0 || parameters[0]?.name === 'self') return [];
    const operations = guessOperations(name);
    if (operations.length > 0) return [{ name, line, operations, definition, uncertain: false }];
    const called = calls.some(
      (call) => call.name === name && [...call.args.values()].some((arg) => arg.kind === 'array' || isNestedList(arg)),
    );
    if (!called) return [];
    return [
      {
        name,
        line,
        operations: ['conv_forward', 'pool_forward', 'zero_pad', 'create_mask_from_window'],
        definition,
        uncertain: true,
      },
    ];
  });
  for (const owner of classes) {
    const kind = guessClassOperation(owner.name);
    if (!kind) continue;
    for (const operation of [`${kind}_forward`, `${kind}_backward`] as const) {
      const definition = checkedMethod(owner, operation);
      if (!definition) continue;
      const name = `${owner.name}.${definition.name}`;
      targets.push({ name, line: definition.line, operations: [operation], definition, owner, uncertain: false });
    }
  }
  return targets.sort((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ operations }: Target): number {
  return COURSE_FUNCTIONS.indexOf(operations[0]!);
}
