/** A generator of the program: seeded, not seeded yet, or lost because a draw before could not be evaluated. */
import { LensError, msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import type { TextRange } from '../../ParseResult';

export class RandomSource {
  private state: RandomState | undefined;
  private lost = false;
  /** The text sets no seed. */
  private arbitrary = true;
  /** A function that is not in the text and may have drawn numbers. */
  private doubted: string | undefined;

  seed(seed: number | readonly number[]): void {
    this.state = new RandomState(seed);
    this.lost = false;
    this.doubted = undefined;
    this.arbitrary = false;
  }

  /** `seed()`: a seed from the clock. */
  unseed(): void {
    this.state = undefined;
    this.lost = false;
    this.arbitrary = true;
  }

  restore(saved: ReturnType<RandomState['save']>): void {
    this.state ??= new RandomState(0);
    this.state.restore(saved);
    this.lost = false;
    this.doubted = undefined;
  }

  get isLost(): boolean {
    return this.lost;
  }

  /** How many numbers were drawn is no longer known. */
  lose(): void {
    this.lost = true;
  }

  /** A function that is not in the text was called: it is taken to draw nothing, which each later draw states. */
  doubt(callee: string): void {
    this.doubted ??= callee;
  }

  /** `warn` is called for each draw when there is no seed: the numbers are then those of seed 0; also after a doubt. */
  draw(range: TextRange, warn: (error: LensError) => void): RandomState {
    this.requireKnown(range);
    if (this.arbitrary) {
      warn(
        new LensError(
          msg('there is no np.random.seed(…) before this, so no two runs agree; the numbers here are those of seed 0'),
          undefined,
          range,
        ),
      );
      this.state ??= new RandomState(0);
    } else if (this.doubted !== undefined) {
      const note = msg('{0} is not in this text: it is assumed to draw no random numbers', this.doubted);
      warn(new LensError(note, undefined, range));
    }
    return this.state!;
  }

  /** Throws where an earlier draw could not be evaluated. */
  requireKnown(range: TextRange): void {
    if (this.lost) {
      throw new LensError(
        msg('an earlier draw could not be evaluated, so these random numbers are not known'),
        undefined,
        range,
        'unknownDraw',
      );
    }
  }
}
