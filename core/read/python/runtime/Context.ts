/** State that one evaluation shares: errors, layer calls, the random generator, and the budget of work. */
import { budget } from '../../../budget';
import { formatShape, sizeOf } from '../../../array/NdArray';
import { formatMessage, LensError, msg, type ErrorKind, type Message } from '../../../message';
import type { LayerCall, ReadCheck, ReadError, TextRange } from '../../ParseResult';
import { OtherNumbers } from './OtherNumbers';
import { RandomSource } from './RandomSource';
import { StandIns } from './StandIns';
import { TorchSource } from './TorchSource';

/** Numbers in one array. */
const MAX_ELEMENTS: number = budget.programElements;
/** Steps of one loop. */
export const MAX_STEPS: number = budget.programSteps;
/** Work of one run, or of one statement of the editor's text, unless a budget is given: one to two seconds. */
export const MAX_WORK: number = budget.programWork;
const WORK_PER_ELEMENT = 8;
const WORK_PER_STATEMENT = 200;

export interface Budget {
  /** Work, in the units of MAX_WORK. */
  readonly work?: number;
  readonly check?: ReadCheck;
}

/** Work between two calls of the budget's check. */
const WORK_PER_CHECK = 2_000_000;

export class Context {
  readonly calls: LayerCall[] = [];
  /** Layers by their results. */
  readonly results = new WeakMap<object, LayerCall>();
  /** Functions of courses and books that were called and that the text does not define. */
  readonly borrowed = new Set<string>();
  readonly random = new RandomSource();
  readonly torch = new TorchSource();
  readonly other = new OtherNumbers();
  readonly standIns = new StandIns();
  /** The statement outside of all functions that runs. */
  statement: TextRange | undefined;
  /** Calls of the text's own functions that run, the outermost first. */
  readonly callers: TextRange[] = [];
  /** The test that runs. */
  test: string | undefined;
  /** Whether the program runs as Python runs it. */
  isStrict = false;
  /** Python 2 without `from __future__ import division`: `/` of whole numbers rounds down. */
  dividesWhole = false;
  /** The program has a placeholder: values of a graph exist. */
  hasGraph = false;
  /** The program makes an optimiser: steps of it change variables. */
  trains = false;
  /** Keras' layers have channels first unless they name a format: `set_image_data_format`. */
  channelsFirst = false;
  private readonly found: ReadError[] = [];
  private readonly known = new Set<string>();
  private work = 0;
  private muted = 0;
  private readonly limit: number;
  /** Work before the statement, or the run, whose work is bounded. */
  private start = 0;
  private allowed: number;
  private workOfLayers = 0;
  private nextCheck = WORK_PER_CHECK;

  constructor(private readonly budget: Budget = {}) {
    this.limit = budget.work ?? MAX_WORK;
    this.allowed = this.limit;
  }

  get errors(): readonly ReadError[] {
    return this.found;
  }

  /** Work done so far; never above the limit, or twice the limit with shares. */
  get spent(): number {
    return this.work;
  }

  report(error: LensError, fallback: TextRange, kind?: ErrorKind): void {
    if (this.muted === 0) this.add(error, error.range ?? fallback, kind);
  }

  /**
   * Reports a remark on a value that is used, in a `print` too: numbers that no seed fixes. Where a function above draws them,
   * also at the statement that runs the function.
   */
  remark(error: LensError, fallback: TextRange): void {
    const range = error.range ?? fallback;
    this.add(error, range, 'remark');
    const { statement } = this;
    if (statement && (range[0] < statement[0] || range[1] > statement[1])) this.add(error, statement, 'remark');
  }

  private add(error: LensError, range: TextRange, kind = error.kind): void {
    const key = `${range[0]} ${error.message}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    const { test } = this;
    this.found.push({
      ...(kind && { kind }),
      ...(test && { test }),
      message: error.message,
      detail: error.detail,
      range,
    });
  }

  /** Lines that are not code, with the reason; `joins`: they continue the last such lines. */
  reportSkipped(range: TextRange, joins: boolean, reason: { kind: ErrorKind; detail: Message }): void {
    const last = joins ? this.found.pop() : undefined;
    if (last) this.found.push({ ...last, range: [last.range[0], range[1]] });
    else this.found.push({ ...reason, message: formatMessage(reason.detail), range });
  }

  /** Runs what only matters for its side effects: its errors are not the user's. */
  quietly<T>(run: () => T): T {
    this.muted += 1;
    try {
      return run();
    } finally {
      this.muted -= 1;
    }
  }

  /** Gives the whole budget back, for the next run. */
  renew(): void {
    this.work = 0;
    this.start = 0;
    this.workOfLayers = 0;
    this.allowed = this.limit;
    this.nextCheck = WORK_PER_CHECK;
    this.calls.length = 0;
  }

  /** Half of what is left of twice the limit is for what runs next, so that expensive statements leave work for those below. */
  startShare(): void {
    this.start = this.work;
    this.workOfLayers = 0;
    this.allowed = this.work + Math.floor((2 * this.limit - this.work) / 2);
  }

  /** Whether layers may do this work too: two thirds of what is allowed are for what is between them. */
  spendOnLayer(work: number, range: TextRange): boolean {
    if (this.workOfLayers + work > (this.allowed - this.start) / 3) return false;
    this.workOfLayers += work;
    this.spend(work, range);
    return true;
  }

  /** Throws before the work is done. */
  spend(work: number, range?: TextRange): void {
    if (!(this.work + work <= this.allowed)) {
      const needed = this.work - this.start + work;
      throw new LensError(
        msg('this would take {0} operations; at most {1} are run', needed, this.allowed - this.start),
        undefined,
        range,
        'overBudget',
      );
    }
    this.work += work;
    if (this.work >= this.nextCheck) {
      this.nextCheck = this.work + WORK_PER_CHECK;
      this.budget.check?.(work);
    }
  }

  spendStatement(range: TextRange): void {
    this.spend(WORK_PER_STATEMENT, range);
  }

  /** Checks a shape before its array is made, and counts the work of filling it, which bounds memory too: numbers of single precision take half. */
  allocate(shape: readonly number[], range?: TextRange, isSingle = false): number {
    for (let axis = 0; axis < shape.length; axis++) {
      const extent = shape[axis]!;
      if (Number.isSafeInteger(extent) && extent >= 0) continue;
      throw new LensError(msg('{0} is not a shape', formatShape(shape)), undefined, range);
    }
    const size = sizeOf(shape);
    if (!(size <= MAX_ELEMENTS) || shape.length > budget.axes) {
      throw new LensError(
        msg('an array of shape {0} would hold {1} numbers, more than {2}', formatShape(shape), size, MAX_ELEMENTS),
        undefined,
        range,
        'overBudget',
      );
    }
    this.spend((size + 1) * (isSingle ? WORK_PER_ELEMENT / 2 : WORK_PER_ELEMENT), range);
    return size;
  }
}
