/** The cases that a function is called with: its own or the course's first, then other geometries. */
import { attempt, msg } from '../../message';
import type { Adapter } from '../adapt/Adapter';
import { courseCases } from '../cases/courseCases';
import { expectedOf } from '../cases/expected';
import { geometryCases } from '../cases/geometries';
import { makeCase } from '../cases/makeCase';
import { sidesAsInTensorFlow } from '../cases/sides';
import type { LayerCase } from '../cases/LayerCase';
import { fitCase } from '../compare/fitCase';
import type { CourseFunction } from '../CourseFunction';
import type { Case } from '../Run';
import { ofSameSizes } from './ownSizes';

/** The user's cases, else the course's; then the other geometries. */
export function casesOf(
  operation: CourseFunction,
  adapter: Adapter,
  own: readonly LayerCase[],
  square: boolean,
  hasOwnSizes = false,
): Case[] {
  const fitted = (cases: readonly LayerCase[], isOwn: boolean): Case[] =>
    cases.flatMap((layerCase) => {
      const fit = attempt(() => fitCase(layerCase, cases === own ? { ...adapter, isBounded: false } : adapter));
      const expected = fit && attempt(() => expectedOf(fit));
      return expected ? [{ layerCase: fit, expected, own: isOwn }] : [];
    });
  const first = fitted(own, true).map((item): Case => ({ ...item, isCall: true }));
  if (hasOwnSizes && first.length > 0) {
    const others = fitted(
      first.slice(0, 1).flatMap(({ layerCase }) => ofSameSizes(layerCase)),
      false,
    );
    return [...first, ...others, ...otherUses(adapter, others)];
  }
  const course = square ? [] : courseCases(operation);
  const reference = first.length > 0 ? first : fitted(course, true);
  const others = fitted(geometryCases(operation, adapter.fixed, { ...adapter.supports, square }), false);
  const { sides, rectangular, isSameOfStride } = adapter.supports;
  const called = first.length > 0 ? first : isSameOfStride && adapter.fixed.pad === 'text' ? others : [];
  const named = fitted(
    sides ? [] : called.slice(0, 1).flatMap(({ layerCase }) => alikeNamed(layerCase, rectangular, isSameOfStride)),
    false,
  );
  const integers = fitted(
    first.slice(0, 1).flatMap(({ layerCase }) => ofIntegers(layerCase)),
    false,
  );
  const all = [...others, ...named, ...integers, ...otherUses(adapter, others)];
  if (reference.length > 0) return [...reference, ...all];
  return all.map((item, k) => (k === 0 ? { ...item, own: true } : item));
}

/** Inputs of other sizes for a call with the padding 'same', or for any; windows with more columns where they may have them. */
function alikeNamed(
  { operation, x, kernel: [height, width], stride, mode, sides }: LayerCase,
  isRectangular = false,
  isAny = false,
): LayerCase[] {
  const [, rows = 0, cols = 0, channels = 1] = x?.shape ?? [];
  if (!sides && !isAny) return [];
  return [1, 2].map((more) => {
    const kernel = [height, isRectangular ? width + more - 1 : width] as const;
    const sizes = { examples: 1, rows: rows + more, cols: cols + 3 - more, channels, kernel, stride, mode };
    const made = makeCase(operation, sizes, more);
    return { ...made, pad: 1, sides: sidesAsInTensorFlow(made), label: msg('padding same, {0}', made.label) };
  });
}

/** A call of a pooling with integers in both modes: the means of its own values may be integers by chance. */
function ofIntegers(layerCase: LayerCase): LayerCase[] {
  const { x, isInteger, isByte, operation } = layerCase;
  if (!x || !isInteger || isByte || operation !== 'pool_forward') return [];
  const data = Float64Array.from(x.data, (_, k) => (7 * k * k + 3 * k) % 11);
  return (['max', 'average'] as const).map((mode) => ({
    ...layerCase,
    x: { shape: x.shape, data },
    mode,
    label: msg('integers, mode {0}', mode),
  }));
}

/** Geometries on which the function is also called a second time, or with its own cache. */
const USED_AGAIN = 2;

function otherUses({ repeats = false, ownCacheOf }: Adapter, cases: readonly Case[]): Case[] {
  const first = cases.slice(0, USED_AGAIN);
  const using = (use: LayerCase['use'] & string, labelOf: (label: LayerCase['label']) => LayerCase['label']): Case[] =>
    first.map((item) => ({ ...item, layerCase: { ...item.layerCase, use, label: labelOf(item.layerCase.label) } }));
  return [
    ...(repeats ? using('second-call', (label) => msg('second call of the same object, {0}', label)) : []),
    ...(ownCacheOf === undefined
      ? []
      : using('own-cache', (label) => msg('with the cache of {0}, {1}', ownCacheOf, label))),
  ];
}
