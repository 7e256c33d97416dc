/** PyTorch's generator in a program: seeded, not seeded yet, or lost because a statement before could not be evaluated. */
import { LensError, msg } from '../../../message';
import { TorchGenerator } from '../../../random/TorchGenerator';
import type { TextRange } from '../../ParseResult';

/** An array: the memory that its views share. */
interface Stored {
  readonly store: object;
}

export class TorchSource {
  /** The type of new tensors of floating-point numbers: `torch.set_default_dtype`. */
  dtype: 'float32' | 'float64' = 'float32';
  private generator: TorchGenerator | undefined;
  private seeded = false;
  private lost = false;
  private readonly arbitrary = new WeakSet<object>();

  seed(seed: number): void {
    this.generator = new TorchGenerator(seed);
    this.seeded = true;
    this.lost = false;
  }

  /** How many numbers were drawn is no longer known. Without a seed it does not matter. */
  lose(): void {
    this.lost = this.seeded;
  }

  get isLost(): boolean {
    return this.lost;
  }

  /** Draws an array. Throws where an earlier statement could not be evaluated. */
  draw<T extends Stored>(range: TextRange, run: (generator: TorchGenerator) => T): T {
    if (this.lost) {
      throw new LensError(
        msg('an earlier statement could not be evaluated, so PyTorch’s random numbers are not known from here on'),
        undefined,
        range,
      );
    }
    this.generator ??= new TorchGenerator(0);
    const drawn = run(this.generator);
    if (!this.seeded) this.arbitrary.add(drawn.store);
    return drawn;
  }

  /** All cells of an array have values that were not drawn. */
  overwrite({ store }: Stored): void {
    this.arbitrary.delete(store);
  }

  /** The warning that the numbers of this array are those of seed 0; undefined where the program set a seed. */
  warningFor({ store }: Stored, range: TextRange): LensError | undefined {
    if (!this.arbitrary.has(store)) return undefined;
    return new LensError(
      msg('there is no torch.manual_seed(…) before this, so no two runs agree; the numbers here are those of seed 0'),
      undefined,
      range,
    );
  }
}
