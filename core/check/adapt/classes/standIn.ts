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

/** Whether the text only asks whether a parameter, or the attribute of its name, is true. */
export function isOnlyAsked(source: string, name: string): boolean {
  const text = source.replace(/#.*/g, '');
  const read = text.match(new RegExp(`(?<![\\w.])(?:self\\.)?${name}\\b(?!\\s*(?:[=,)]|: *\\w+ *[=,)]))`, 'g')) ?? [];
  const asked = text.match(new RegExp(`\\bif (?:not )?(?:self\\.)?${name}\\s*:`, 'g')) ?? [];
  const kept = text.match(new RegExp(`=\\s*${name}[ \\t]*(?:#.*)?$`, 'gm')) ?? [];
  return asked.length > 0 && read.length === asked.length + kept.length;
}
