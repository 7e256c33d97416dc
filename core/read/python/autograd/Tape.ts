/** Which operations gave a tensor, and the gradients of what was watched: PyTorch's graph and TensorFlow's tape. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import type { PyArray } from '../array/PyArray';
import type { Context } from '../runtime/Context';

export interface GradientCall {
  /** As written: `loss.backward`. */
  readonly callee: string;
  readonly range: TextRange;
  readonly add: (a: PyArray, b: PyArray) => PyArray;
}

export interface TapedOperation {
  /** For messages: `torch.exp`. */
  readonly name: string;
  readonly inputs: readonly PyArray[];
  /** One gradient per input, of its shape, from the gradient of the result. Absent: not supported. */
  readonly gradients?: (gradient: PyArray, call: GradientCall) => readonly (PyArray | undefined)[];
}

export class Tape {
  /** Set where the text asks for gradients: nothing is recorded otherwise. */
  active = false;
  private readonly operations = new WeakMap<PyArray, TapedOperation>();
  private readonly watched = new WeakSet<PyArray>();
  private gradients = new WeakMap<PyArray, PyArray>();
  private lost: string | undefined;

  watch(array: PyArray | undefined): void {
    if (array && this.active) this.watched.add(array);
  }

  unwatch(array: PyArray): void {
    this.watched.delete(array);
  }

  /** Whether gradients reach what an array was computed from. */
  isTracked(array: PyArray): boolean {
    return this.operations.has(array) || this.watched.has(array);
  }

  record(result: PyArray, operation: TapedOperation): void {
    if (!this.active || this.operations.has(result) || operation.inputs.includes(result)) return;
    if (operation.inputs.some((input) => this.isTracked(input))) this.operations.set(result, operation);
  }

  /** A tensor was changed in place: gradients do not reach what it was computed from. */
  changed(array: PyArray, name: string): void {
    const operation = this.active ? this.operations.get(array) : undefined;
    if (operation) this.operations.set(array, { name, inputs: operation.inputs });
  }

  /** `x.grad`. Throws where a gradient could not be computed. */
  gradientOf(array: PyArray): PyArray | undefined {
    if (this.lost !== undefined) throw new LensError(msg('the gradient is not known: {0}', this.lost));
    return this.gradients.get(array);
  }

  setGradient(array: PyArray, gradient: PyArray | undefined): void {
    if (gradient) this.gradients.set(array, gradient);
    else this.gradients.delete(array);
  }

  /** Adds the gradients of watched tensors to those that they have. */
  backward(root: PyArray, gradient: PyArray, call: GradientCall): void {
    try {
      for (const [array, found] of this.derive(root, gradient, call)) {
        const before = this.gradients.get(array);
        this.gradients.set(array, before ? call.add(before, found) : found);
      }
    } catch (error) {
      if (error instanceof LensError) this.lost = error.message;
      throw error;
    }
  }

  /** Gradients of the watched tensors from which `root` was computed. Throws where an operation has none. */
  derive(root: PyArray, gradient: PyArray, call: GradientCall): Map<PyArray, PyArray> {
    const gradients = new Map<PyArray, PyArray>([[root, gradient]]);
    const found = new Map<PyArray, PyArray>();
    for (const array of this.order(root)) {
      const own = gradients.get(array);
      if (!own) continue;
      if (this.watched.has(array)) found.set(array, own);
      const operation = this.operations.get(array);
      if (!operation) continue;
      if (!operation.gradients)
        throw new LensError(msg('the gradient of {0} is not supported', operation.name), undefined, call.range);
      operation.gradients(own, call).forEach((each, index) => {
        const input = operation.inputs[index]!;
        if (!each || !this.isTracked(input)) return;
        const before = gradients.get(input);
        gradients.set(input, before ? call.add(before, each) : each);
      });
    }
    return found;
  }

  /** Results before what they were computed from. */
  private order(root: PyArray): PyArray[] {
    const ordered: PyArray[] = [];
    const seen = new Set<PyArray>([root]);
    const stack: { array: PyArray; next: number }[] = [{ array: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const input = this.operations.get(top.array)?.inputs[top.next++];
      if (!input) {
        ordered.push(top.array);
        stack.pop();
      } else if (!seen.has(input) && this.isTracked(input)) {
        seen.add(input);
        stack.push({ array: input, next: 0 });
      }
    }
    return ordered.reverse();
  }
}

const tapes = new WeakMap<Context, Tape>();

/** The tape of an evaluation. */
export function tapeOf(context: Context): Tape {
  let tape = tapes.get(context);
  if (!tape) tapes.set(context, (tape = new Tape()));
  return tape;
}
