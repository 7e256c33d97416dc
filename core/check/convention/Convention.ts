/** A convention that differs from the course's and is right in its own way. */
import type { Message } from '../../message';
import type { CaseSizes } from '../cases/makeCase';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import type { CourseFunction } from '../CourseFunction';

export interface Convention {
  readonly id: string;
  readonly detail: Message;
  readonly operations: readonly CourseFunction[];
  /** Whether the text shows the convention; absent: its numbers do. */
  readonly isMeant?: (text: string, name: string) => boolean;
  /** Text of a function that may be meant to follow the convention, where its numbers are wrong. */
  readonly isLikely?: RegExp;
  /** Text that states the convention: what agrees without it is wrong. */
  readonly isStated?: Pick<RegExp, 'test'>;
  /** Text that states the layer itself: what follows the convention is wrong. */
  readonly isExcluded?: (text: string) => boolean;
  /** The case with the arrays that the convention needs: a gradient of another size. */
  readonly caseOf?: (layerCase: LayerCase) => LayerCase;
  readonly expected: (layerCase: LayerCase) => NamedArray[];
  /** Geometries that tell the convention from others, for text that states it. */
  readonly geometries?: (text: string) => readonly CaseSizes[];
}
