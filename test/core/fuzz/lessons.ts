/** Lesson files and links whose parts and bytes do not fit. */
import { zlibSync } from 'fflate';
import { encodeBase64Url } from '../../../core/scene/base64Url';
import type { Random } from './Random';
import { sceneText } from './scenes';

/** JSON of a lesson whose parts are scenes, paths, or neither; sometimes no JSON. */
export function lessonText(random: Random): string {
  const scene = (): unknown => {
    const text = sceneText(random);
    try {
      return random.below(2) === 0
        ? random.pick(['a.layerlens.json', '../a.layerlens.json', '/a', 'c:\\a', ''])
        : JSON.parse(text);
    } catch {
      return text;
    }
  };
  const text = () => random.pick([{ en: 'a', 'zh-cn': 'b' }, 'a', '', null, random.extent()]);
  const parts = Array.from({ length: random.below(5) }, () => ({
    scene: scene(),
    title: text(),
    ...(random.below(2) === 0 && { step: random.extent() }),
    ...(random.below(3) === 0 && { notes: [{ step: random.extent(), text: text(), cover: random.pick([true, 1]) }] }),
  }));
  const version = random.below(8) === 0 ? random.extent() : 1;
  const json = JSON.stringify({ version, title: text(), minutes: random.pick([10, -1, 'x']), parts });
  return random.below(12) === 0 ? json.slice(random.below(json.length)) : json;
}

/** The packed scene of a link: whole, damaged, or one that unpacks to much more than a link may hold. */
export function linkText(random: Random): string {
  const text = random.below(50) === 0 ? 'x'.repeat(random.times(5_000_000)) : sceneText(random);
  const packed = encodeBase64Url(zlibSync(new TextEncoder().encode(text), { level: 1 }));
  if (random.below(3) > 0) return packed;
  const at = random.below(packed.length);
  return (
    packed.slice(0, at) + random.pick(['', '=', 'A', '-', '\0', 'é', 'AAAA'.repeat(20_000)]) + packed.slice(at + 1)
  );
}
