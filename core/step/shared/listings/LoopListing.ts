/** The course's loop as a listing whose lines know what their variables hold at a step. */
import type { CodeState, Span } from '../../Frame';
import type { StepPosition } from '../LoopTimeline';

export interface LoopLine {
  readonly text: string;
  /** What the line's variable holds; absent where there is nothing to show. */
  readonly show?: (position: StepPosition) => readonly Span[];
}

export class LoopListing {
  readonly text: string;

  /** `current` is the line of a step, `tail` that of an example's own last step. */
  constructor(
    private readonly lines: readonly LoopLine[],
    private readonly current: number,
    private readonly tail = current,
  ) {
    this.text = lines.map((line) => line.text).join('\n');
  }

  state(position: StepPosition, result?: Span): CodeState {
    const line = position.tail ? this.tail : this.current;
    const variables = this.lines.flatMap(({ show }, index) => {
      if (index === line && result) return [{ line: index, spans: [result] }];
      return show && index <= line ? [{ line: index, spans: show(position) }] : [];
    });
    return { line, variables };
  }
}
