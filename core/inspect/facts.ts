/** Statistics as lines of the header. */
import { sizeOf, unravelIndex, type NdArray } from '../array/NdArray';
import { msg, type Message } from '../message';
import { countChanges } from '../setup/changedCells';
import type { Line, Span } from '../step/Frame';
import { grouped } from './grouped';
import { integer, line, number, say, text } from '../step/shared/words/spans';
import type { ComparedArrays } from './comparison';
import { percentilesOf } from './percentiles';
import { statisticsOf } from './statistics';

const percentages = [5, 25, 50, 75, 95];

export function arrayFacts({ shape, data }: NdArray, integers: boolean): Line[] {
  const { min, max, mean, std, finite, nans, infinities } = statisticsOf(data);
  const count = line(say(msg('{0} value{0||s}', grouped(sizeOf(shape)))));
  const others = [
    line(nans === 0 ? say(msg('no NaN')) : fact(msg('NaN'), integer(nans, 'strong'))),
    ...(infinities > 0 ? [line(fact(msg('infinite'), integer(infinities, 'strong')))] : []),
  ];
  if (finite === 0) return [count, ...others];
  const value = (which: number): Span => (integers ? integer(which, 'strong') : number(which, 'strong'));
  const percentiles = percentilesOf(data, percentages) ?? [];
  const shownPercentiles = percentiles.map((percentile, index) => {
    const name = percentages[index] === 50 ? msg('median') : msg('p{0}', percentages[index]!);
    return line(fact(name, Number.isInteger(percentile) ? value(percentile) : number(percentile, 'strong')));
  });
  return [
    count,
    line(fact(msg('min'), value(min))),
    ...shownPercentiles,
    line(fact(msg('max'), value(max))),
    line(fact(msg('mean'), number(mean, 'strong'))),
    line(fact(msg('std'), number(std, 'strong'))),
    ...others,
  ];
}

export function sliceFacts(values: Float64Array, integers: boolean): Line[] {
  const { min, max, mean, std, finite, nans } = statisticsOf(values);
  if (finite === 0) return [line(fact(msg('NaN'), integer(nans, 'strong')))];
  const value = (which: number): Span => (integers ? integer(which, 'strong') : number(which, 'strong'));
  return [
    line(fact(msg('min'), value(min))),
    line(fact(msg('max'), value(max))),
    line(fact(msg('mean'), number(mean, 'strong'))),
    line(fact(msg('std'), number(std, 'strong'))),
    ...(nans > 0 ? [line(fact(msg('NaN'), integer(nans, 'strong')))] : []),
  ];
}

export function changeFact({ data }: NdArray, before: NdArray): Line {
  return line(say(msg('changed since the last stop')), text(' '), integer(countChanges(data, before.data)));
}

/** Facts of a comparison as `np.testing.assert_allclose` reports them. */
export function comparisonFacts(comparison: ComparedArrays, shape: readonly number[]): Line[] {
  const { differing, largest, relative, at, other, tolerances } = comparison;
  const { rtol, atol } = tolerances;
  const size = sizeOf(shape);
  const summary =
    differing === 0
      ? msg('equal to {0} at rtol {1}, atol {2}', other.name, short(rtol), short(atol))
      : msg(
          '{0} of {1} value{1||s} differ{0|s|} from {2} at rtol {3}, atol {4}',
          grouped(differing),
          grouped(size),
          other.name,
          short(rtol),
          short(atol),
        );
  if (at < 0) return [line(say(summary, 'strong'))];
  const place = text(` [${unravelIndex(shape, at).join(', ')}]`, 'dim');
  return [
    line(say(summary, 'strong')),
    line(fact(msg('largest difference'), text(short(largest), 'strong')), place),
    // Not defined where the other array is zero in all elements that differ.
    ...(relative > 0 ? [line(fact(msg('largest relative difference'), text(short(relative), 'strong')))] : []),
  ];
}

function fact(name: Message, value: Span): Span[] {
  return [say(name), text(' '), value];
}

/** Differences and tolerances are often far below the panel's decimals. */
function short(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded !== 0 && rounded < 1e-3 ? rounded.toExponential() : String(rounded);
}
