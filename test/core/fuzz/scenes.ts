/** Scene files whose entries have values that do not fit. */
import type { Random } from './Random';

const whole: Readonly<Record<string, unknown>> = {
  version: 2,
  title: { en: 'a', 'zh-cn': 'b' },
  topic: 'forward',
  arrays: [{ name: 'x', shape: [2, 2], values: [1, 'NaN', 3, -4], dtype: 'float32', single: true }],
  show: 'conv',
  options: { stride: '1' },
  view: { granularity: 'window', channel: 0 },
  step: 1,
  pin: { map: 'z', row: 0, col: 0 },
  notes: [{ step: 0, text: '**a**', question: { prompt: 'p', options: ['a', 'b'], answer: 1 }, highlight: [] }],
  code: { language: 'python', text: 'x = 1', pieces: [{ offset: 1, text: 'a' }] },
};

/** JSON of a scene in which entries are missing, of another type, hostile or unknown; sometimes no JSON. */
export function sceneText(random: Random): string {
  const scene = changed(whole, random, 0) as Record<string, unknown>;
  if (random.below(2) === 0) delete scene[random.pick(['code', 'arrays'])];
  const text = JSON.stringify(scene);
  return random.below(10) === 0 ? text.slice(random.below(text.length)) : text;
}

function changed(value: unknown, random: Random, depth: number): unknown {
  if (depth > 0 && random.below(14) === 0) return random.pick(others(random));
  if (Array.isArray(value)) {
    const items = value.map((item) => changed(item, random, depth + 1));
    return random.below(12) === 0 ? Array.from({ length: random.below(400) }, () => items[0]) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, changed(each, random, depth + 1)]);
  if (random.below(25) === 0) entries.push([random.pick(['__proto__', 'constructor', 'x', '']), random.extent()]);
  return Object.fromEntries(entries);
}

function others(random: Random): readonly unknown[] {
  return [
    random.extent(),
    null,
    true,
    '',
    'constructor',
    [],
    {},
    [[]],
    ['a'],
    '\ud800',
    'x'.repeat(random.below(5000)),
  ];
}
