/** What the checks of all functions of a text share. */
import type { Candidate } from './repair/Candidate';
import type { OpenRunner, RecordedCall } from './run/Runner';
import type { Definitions } from './source/Definition';
import type { PythonTree } from './source/PythonTree';

export interface CheckContext {
  /** The text as it is. */
  readonly source: string;
  /** Its code, at the same offsets. */
  readonly tree: PythonTree;
  readonly definitions: Definitions;
  readonly calls: readonly RecordedCall[];
  readonly open: OpenRunner;
  readonly now: () => number;
  /** Milliseconds for the repair of one function. */
  readonly budget: number;
  /** Repairs found in helpers, applied first. */
  readonly known: Candidate[];
}
