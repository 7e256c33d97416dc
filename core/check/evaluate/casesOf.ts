/** The cases that a function is called with: its own or the course's first, then other geometries. */
import { attempt } from '../../message';
import type { Adapter } from '../adapt/Adapter';
import { courseCases } from '../cases/courseCases';
import { expectedOf } from '../cases/expected';
import { geometryCases } from '../cases/geometries';
import type { LayerCase } from '../cases/LayerCase';
import { fitCase } from '../compare/fitCase';
import type { CourseFunction } from '../CourseFunction';
import type { Case } from './Run';

/** The user's cases, else the course's; then the other geometries. */
export function casesOf(
  operation: CourseFunction,
  adapter: Adapter,
  own: readonly LayerCase[],
  square: boolean,
): Case[] {
  const fitted = (cases: readonly LayerCase[], isOwn: boolean): Case[] =>
    cases.flatMap((layerCase) => {
      const fit = attempt(() => fitCase(layerCase, adapter));
      const expected = fit && attempt(() => expectedOf(fit));
      return expected ? [{ layerCase: fit, expected, own: isOwn }] : [];
    });
  const first = fitted(own, true);
  const course = square ? [] : courseCases(operation);
  const reference = first.length > 0 ? first : fitted(course, true);
  const others = fitted(geometryCases(operation, adapter.fixed, { ...adapter.supports, square }), false);
  if (reference.length > 0) return [...reference, ...others];
  return others.map((item, k) => (k === 0 ? { ...item, own: true } : item));
}
