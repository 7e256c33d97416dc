/** What an adapter is built from. */
import type { CourseFunction } from '../CourseFunction';
import type { FixedGeometry } from '../cases/FixedGeometry';
import type { RecordedCall } from '../run/Runner';
import type { Definitions, SourceFunction } from '../source/Definition';
import type { PythonTree } from '../source/PythonTree';
import type { AxisLayout } from './Adapter';

export interface AdapterRequest {
  readonly tree: PythonTree;
  readonly definitions: Definitions;
  readonly definition: SourceFunction;
  readonly operation: CourseFunction;
  readonly layout: AxisLayout;
  readonly recorded?: RecordedCall;
  readonly fixed?: FixedGeometry;
  /** As in `ArgumentForm`. */
  readonly arePairs?: boolean;
  /** Calls in the whole text. */
  readonly calls?: readonly RecordedCall[];
}
