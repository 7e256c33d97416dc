/** Requests the explanation of the hovered or pinned cell from the host: one request at a time, the newest last. No DOM. */
import type { ExplanationMessage } from '../../core/panel/protocol';
import type { CellRef, Explanation } from '../../core/step/Frame';

export interface ExplainerDeps {
  ask(request: number, cell: CellRef, t: number): void;
  /** Something to draw has changed. */
  changed(): void;
}

interface Question {
  readonly request: number;
  readonly cell: CellRef;
  readonly t: number;
}

interface Answer {
  readonly cell: CellRef;
  readonly t: number;
  readonly explanation: Explanation | undefined;
}

export class Explainer {
  private hovered: CellRef | undefined;
  private pinnedCell: CellRef | undefined;
  private t = 0;
  private asked: Question | undefined;
  private answer: Answer | undefined;
  /** That of the pinned cell is kept while another one is hovered. */
  private answerOfPinned: Answer | undefined;
  private requests = 0;

  constructor(private readonly deps: ExplainerDeps) {}

  get pinned(): CellRef | undefined {
    return this.pinnedCell;
  }

  /** The cell whose explanation is shown: the hovered one before the pinned one. */
  get active(): CellRef | undefined {
    return this.hovered ?? this.pinnedCell;
  }

  get isWaiting(): boolean {
    return this.asked !== undefined;
  }

  /** Explanation of the active cell; undefined while it is not known. */
  get explanation(): Explanation | undefined {
    return this.answerFor(this.active)?.explanation;
  }

  hover(cell: CellRef | undefined): void {
    if (sameCell(cell, this.hovered)) return;
    this.hovered = cell;
    this.next();
    this.deps.changed();
  }

  pin(cell: CellRef | undefined): void {
    this.pinnedCell = cell;
    this.answerOfPinned = this.answerFor(cell);
    this.next();
    this.deps.changed();
  }

  setStep(t: number): void {
    this.t = t;
    this.next();
  }

  /** The arrays have changed: known explanations are invalid, and a pending request stays unanswered. */
  reset(): void {
    this.answer = undefined;
    this.answerOfPinned = undefined;
    this.asked = undefined;
    this.hovered = undefined;
  }

  receive({ request, explanation }: ExplanationMessage): void {
    if (request !== this.asked?.request) return;
    this.answer = { cell: this.asked.cell, t: this.asked.t, explanation };
    if (sameCell(this.asked.cell, this.pinnedCell)) this.answerOfPinned = this.answer;
    this.asked = undefined;
    this.next();
    this.deps.changed();
  }

  private answerFor(cell: CellRef | undefined): Answer | undefined {
    return cell && [this.answer, this.answerOfPinned].find((answer) => sameCell(answer?.cell, cell));
  }

  private next(): void {
    const cell = this.active;
    if (!cell || this.asked) return;
    if (this.answerFor(cell)?.t === this.t) return;
    this.asked = { request: ++this.requests, cell, t: this.t };
    this.deps.ask(this.asked.request, cell, this.t);
  }
}

export function sameCell(first: CellRef | undefined, second: CellRef | undefined): boolean {
  if (!first || !second) return first === second;
  return first.map === second.map && first.row === second.row && first.col === second.col;
}
