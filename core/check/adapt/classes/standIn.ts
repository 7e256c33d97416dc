/** An argument in place of one whose meaning is not known: the layer before, a function that makes weights, a number. */
import { STAND_IN, type AxisLayout } from '../Adapter';
import { inputShapeSource } from '../layout/layouts';
import { isTripleUnpacked } from '../arguments/pairs';
import { shapeSource } from '../layout/shapeSource';

/** Its members are those that `text` reads; a number where it reads none. A check with one counts only where it agrees. */
export function standIn(text: string, name: string, layout: AxisLayout): string {
  if (/key|rng/i.test(name) && /\bjax\.random\b/.test(text)) return 'jax.random.PRNGKey(0)';
  const used = new Set([...text.matchAll(new RegExp(`(?<![\\w"'])${name}\\.(\\w+)`, 'g'))].map(([, each]) => each!));
  if (used.size === 0 && !new RegExp(`(?<![\\w"'])${name}[[(]`).test(text)) return '1';
  const members = [...used].map((each) => {
    if (/shape|size|dim/i.test(each))
      return `${each}=${isTripleUnpacked(text, `(?:self\\.)?${name}\\.${each}`) ? shapeSource(layout) : inputShapeSource(layout)}`;
    return `${each}=${/channel|filter|depth|units|neurons/i.test(each) ? 'x.shape[3]' : `${STAND_IN}()`}`;
  });
  return `${STAND_IN}(${members.join(', ')})`;
}
