/** Discrete distributions of NumPy's generators (numpy/random/src/distributions/distributions.c). */
import { LensError, msg } from '../message';

/** Above this mean NumPy changes to another algorithm. */
const MOST_BINOMIAL = 30;
const MOST_POISSON = 10;

/** Successes in `n` trials of probability `p`, by inversion (NumPy's `random_binomial`). Throws a LensError. */
export function binomial(n: number, p: number, nextDouble: () => number): number {
  if (!(Number.isSafeInteger(n) && n >= 0)) throw new LensError(msg('n must be a whole number from 0 on, not {0}', n));
  if (!(p >= 0 && p <= 1)) throw new LensError(msg('p must be a probability, not {0}', p));
  if (n === 0 || p === 0) return 0;
  const small = Math.min(p, 1 - p);
  if (small * n > MOST_BINOMIAL)
    throw new LensError(msg('binomial with a mean above {0} is not supported', MOST_BINOMIAL));
  return p <= 0.5 ? inversion(n, p, nextDouble) : n - inversion(n, 1 - p, nextDouble);
}

function inversion(n: number, p: number, nextDouble: () => number): number {
  const q = 1 - p;
  const none = Math.exp(n * Math.log(q));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  let count = 0;
  let probability = none;
  let rest = nextDouble();
  while (rest > probability) {
    count += 1;
    if (count > bound) {
      count = 0;
      probability = none;
      rest = nextDouble();
    } else {
      rest -= probability;
      probability = ((n - count + 1) * p * probability) / (count * q);
    }
  }
  return count;
}

/** Events with mean `lambda`, by multiplication (NumPy's `random_poisson_mult`). Throws a LensError. */
export function poisson(lambda: number, nextDouble: () => number): number {
  if (!(lambda >= 0)) throw new LensError(msg('lam must not be negative: {0}', lambda));
  if (lambda >= MOST_POISSON)
    throw new LensError(msg('poisson with a mean of {0} or more is not supported', MOST_POISSON));
  if (lambda === 0) return 0;
  const limit = Math.exp(-lambda);
  let count = 0;
  for (let product = nextDouble(); product > limit; product *= nextDouble()) count += 1;
  return count;
}
