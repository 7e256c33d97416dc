/** The entry of a function about which nothing is claimed: `error` has the reason and its line. */
import { courseCases } from '../cases/courseCases';
import type { CourseFunction } from '../CourseFunction';
import type { FunctionCheck } from '../FunctionCheck';

export function unchecked(
  name: string,
  line: number,
  operation: CourseFunction,
  error: NonNullable<FunctionCheck['error']>,
): FunctionCheck {
  return {
    name,
    line,
    operation,
    agrees: false,
    error,
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
