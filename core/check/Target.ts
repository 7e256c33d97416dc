/** A function or method of a text that can be checked, with the operations that it may implement. */
import type { CourseFunction } from './CourseFunction';
import type { SourceClass, SourceFunction } from './source/Definition';
import type { SpecialLayer } from './special/SpecialLayer';

export interface Target {
  readonly name: string;
  readonly line: number;
  readonly operations: readonly CourseFunction[];
  readonly definition: SourceFunction;
  /** Absent for a function. */
  readonly owner?: SourceClass;
  /** The operation is a guess from the parameters: the function is listed only where it agrees or a small edit makes it agree. */
  readonly uncertain: boolean;
  /** Only the kinds of two parameters tell the operation: the function is listed where it agrees, and no repair is tried. */
  readonly isListedIfRight?: true;
  /** Not one of the course's functions: `operations` has the one whose mistakes are most alike. */
  readonly special?: SpecialLayer;
}
