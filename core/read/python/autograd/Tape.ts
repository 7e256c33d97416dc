/** Which operations gave a tensor, and the gradients of what was watched: PyTorch's graph and TensorFlow's tape. */
import { sizeOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import { isFloat } from '../array/dtype';
import { mapOne } from '../array/elementwise';
import { arrayOf, newData, type ArrayStorage, type PyArray } from '../array/PyArray';
import type { Context } from '../runtime/Context';
import { PythonError } from '../runtime/PythonError';

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
  /** PyTorch's name of its gradient, where it is the same in all versions: `AddBackward0`. */
  readonly node?: string | undefined;
  /** One gradient per input, of its shape, from the gradient of the result. Absent: not supported. */
  readonly gradients?: (gradient: PyArray, call: GradientCall) => readonly (PyArray | undefined)[];
}

/** Programs in whose tensors' text the function of a gradient may be. */
export const MAY_PRINT_GRADIENTS =
  /\bnn\.(?!functional\b)|\brequires_grad|\bParameter\b|\.backward\(|\bautograd\b|\bVariable\(/;

/** PyTorch's operations whose gradients need no value of the forward pass: these alone may be passed twice. */
const SAVES_NOTHING =
  /^(?:Add|Sub|Rsub|Neg|Sum|Mean|View|Reshape|T|Transpose|Permute|Unsqueeze|Squeeze|Expand|Cat|Stack|Clone|Select|Slice|Flip|Repeat|Roll|Cumsum)Backward/;

export class Tape {
  /** Whether operations are recorded: something is watched, and recording is not off. */
  active = false;
  /** Whether the program asks for gradients: nothing is watched otherwise. */
  wanted = false;
  private recording = true;
  /** `nn.Parameter(…)`. */
  readonly parameters = new WeakSet<PyArray>();
  /** `register_buffer(…)`. */
  readonly buffers = new WeakSet<PyArray>();
  private startsWithOnes = false;
  private anyWatched = false;
  private readonly operations = new WeakMap<PyArray, TapedOperation>();
  private readonly watched = new WeakSet<PyArray>();
  private readonly frozen = new WeakSet<PyArray>();
  private readonly watchedStores = new WeakSet<ArrayStorage>();
  /** Stores of results that were changed in place: also through other views. */
  private readonly changedStores = new WeakSet<ArrayStorage>();
  /** Operations whose saved values `backward` has freed. */
  private readonly freed = new WeakSet<TapedOperation>();
  private gradients = new WeakMap<PyArray, PyArray>();
  private lost: string | undefined;
  private left: string | undefined;

  constructor(private readonly context: Context) {}

  /** TensorFlow's operations are recorded inside of `with tf.GradientTape()` only. */
  prepare(text: string): void {
    const { isStrict } = this.context;
    const backward = /\.backward\s*\(|\bautograd\b[^\n]*\bgrad\b/.test(text);
    const taped = /\bGradientTape\b/.test(text);
    this.wanted ||= backward || taped || (isStrict && /\btorch\b/.test(text) && MAY_PRINT_GRADIENTS.test(text));
    this.startsWithOnes = /\b(?:mxnet|paddle|dezero)\b/.test(text);
    if (taped && !backward) this.recording = false;
  }

  watch(array: PyArray | undefined): void {
    if (!array || !this.wanted || this.frozen.has(array)) return;
    this.watched.add(array);
    this.watchedStores.add(array.store);
    this.anyWatched = true;
    this.active = this.recording;
  }

  /** A copy of a parameter, a buffer or a leaf is one too. */
  copied(array: PyArray, copy: PyArray): void {
    for (const kind of [this.parameters, this.buffers]) if (kind.has(array)) kind.add(copy);
    if (this.watched.has(array)) this.watch(copy);
  }

  /** `array.requires_grad = on`; what is frozen gets no gradient until this is called again. */
  require(array: PyArray | undefined, on: boolean): void {
    if (!array) return;
    if (on) this.frozen.delete(array);
    else this.frozen.add(array);
    if (on) this.watch(array);
    else this.watched.delete(array);
  }

  isFrozen(array: PyArray): boolean {
    return this.frozen.has(array);
  }

  get isRecording(): boolean {
    return this.recording;
  }

  /** Switches recording on or off; returns what it was before. */
  setRecording(on: boolean): boolean {
    const before = this.recording;
    this.recording = on;
    this.active = on && this.anyWatched;
    return before;
  }

  /** Whether gradients reach what an array was computed from. */
  isTracked(array: PyArray): boolean {
    return this.operations.has(array) || this.watched.has(array) || this.changedStores.has(array.store);
  }

  /** PyTorch gives the numbers of a tensor without gradient only. */
  withoutGradient(array: PyArray): PyArray {
    if (this.context.isStrict && (this.operations.has(array) || this.watched.has(array)))
      throw new PythonError(
        'RuntimeError',
        "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
      );
    return array;
  }

  /** The operation that gave an array, or that it is watched itself. */
  originOf(array: PyArray): TapedOperation | 'watched' | undefined {
    return this.operations.get(array) ?? (this.isTracked(array) ? 'watched' : undefined);
  }

  /** The result of a layer that has weights. */
  mark(result: PyArray, name: string, node: string | undefined): void {
    if (!this.recording || this.isTracked(result)) return;
    this.operations.set(result, { name, inputs: [], node });
    this.anyWatched = true;
    this.active = true;
  }

  record(result: PyArray, operation: TapedOperation): void {
    if (!this.active || !isFloat(result.dtype) || this.operations.has(result) || operation.inputs.includes(result))
      return;
    if (operation.inputs.some((input) => this.isTracked(input))) this.operations.set(result, operation);
  }

  /** PyTorch changes a tensor that gets a gradient, and views of one, in `torch.no_grad()` only. `isPart`: cells of it. */
  refuseChange(array: PyArray, isPart = false): void {
    if (!this.active || !this.context.isStrict || array.notation !== 'pytorch') return;
    const isLeaf = this.watched.has(array) && !this.operations.has(array);
    if (!isLeaf && !(this.operations.has(array) && this.watchedStores.has(array.store))) return;
    const leaf = 'a leaf Variable that requires grad is being used in an in-place operation.';
    throw new PythonError('RuntimeError', isLeaf && !isPart ? leaf : leaf.replace('a leaf', 'a view of a leaf'));
  }

  /** A result was changed in place, or an array got tracked values: gradients do not reach what it was computed from. */
  changed(array: PyArray, name: string, ...values: readonly PyArray[]): void {
    if (!this.active || this.watched.has(array)) return;
    const inputs = [...(this.operations.get(array)?.inputs ?? []), ...values.filter((value) => this.isTracked(value))];
    if (inputs.length === 0) return;
    this.operations.set(array, { name, inputs });
    this.changedStores.add(array.store);
  }

  /** `to` is the result of the operation that gave `from`. */
  copyOperation(from: PyArray, to: PyArray): void {
    const operation = this.operations.get(from);
    if (operation) this.operations.set(to, operation);
  }

  /** A number was computed from what is watched: gradients do not reach it. */
  leaves(inputs: readonly PyArray[], name: string): void {
    if (this.active && inputs.some((input) => this.isTracked(input))) this.left ??= name;
  }

  /** `x.grad`. Throws where a gradient could not be computed. */
  gradientOf(array: PyArray): PyArray | undefined {
    if (this.lost !== undefined) throw new LensError(msg('the gradient is not known: {0}', this.lost));
    return this.gradients.get(array);
  }

  /** The gradient from which `array.backward()` starts: Chainer's `array.grad`, in MXNet, Paddle and DeZero ones for any shape. */
  startOf(array: PyArray): PyArray | undefined {
    if (!this.startsWithOnes) return this.gradients.get(array);
    const { shape, dtype, notation } = array;
    return arrayOf(newData(sizeOf(shape), dtype).fill(1), shape, dtype, { notation });
  }

  /** `zeros`: as PyTorch 1.13 clears a gradient, where there is one. */
  setGradient(array: PyArray, gradient: PyArray | 'zeros' | undefined): void {
    const own = this.gradients.get(array);
    const value = gradient === 'zeros' ? own && mapOne(own, own.dtype, () => 0, this.context) : gradient;
    if (value) this.gradients.set(array, value);
    else this.gradients.delete(array);
  }

  /** Adds the gradients of watched tensors to those that they have. `frees`: the graph cannot be passed again. */
  backward(root: PyArray, gradient: PyArray, call: GradientCall, frees = false): void {
    try {
      for (const [array, found] of this.derive(root, gradient, call)) {
        const before = this.gradients.get(array);
        this.gradients.set(array, before ? call.add(before, found) : found);
      }
      for (const array of frees ? this.order(root) : []) {
        const operation = this.operations.get(array);
        if (operation?.node && !SAVES_NOTHING.test(operation.node)) this.freed.add(operation);
      }
    } catch (error) {
      if (error instanceof LensError && !(error instanceof PythonError)) this.lost = error.message;
      throw error;
    }
  }

  /** Gradients of the watched tensors from which `root` was computed. Throws where an operation has none. */
  derive(root: PyArray, gradient: PyArray, call: GradientCall): Map<PyArray, PyArray> {
    if (this.left !== undefined)
      throw new LensError(msg('the gradient of {0} is not supported', this.left), undefined, call.range);
    const gradients = new Map<PyArray, PyArray>([[root, gradient]]);
    const found = new Map<PyArray, PyArray>();
    for (const array of this.order(root)) {
      const own = gradients.get(array);
      if (!own) continue;
      if (this.watched.has(array)) found.set(array, own);
      const operation = this.operations.get(array);
      if (this.changedStores.has(array.store) && (operation || !this.watched.has(array)))
        throw new LensError(
          msg('the gradient of a tensor that was changed in place is not supported'),
          undefined,
          call.range,
        );
      if (!operation) continue;
      if (this.freed.has(operation))
        throw new PythonError(
          'RuntimeError',
          'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.',
          call.range,
        );
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
  if (!tape) tapes.set(context, (tape = new Tape(context)));
  return tape;
}
