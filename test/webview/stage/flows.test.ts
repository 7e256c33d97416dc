import { describe, expect, test } from 'vitest';
import { createStepper, type View } from '../../../core';
import { flowsOf, type FlowEnd } from '../../../webview/stage/flows';
import { stepPace } from '../../../webview/stage/stepPace';
import { courseCase, courseLayer } from '../../core/step/courseLayers';

const view: View = { channel: 0, filter: 0, granularity: 'window' };

function nameOf(end: FlowEnd): string {
  if (end.kind !== 'map') return end.kind;
  const { map, box } = end;
  return box ? `${map} ${box.style} ${box.row},${box.col} ${box.rows}×${box.cols}` : map;
}

describe('where a step’s numbers go', () => {
  test.each([
    ['conv_forward', 9, ['products → ladderRow', 'ladderTotal → z result 0,1 1×1']],
    ['conv_backward', 9, ['dZ result 0,1 1×1 → dXpad window 0,2 2×2', 'dZ-cell result 0,0 1×1 → dW']],
    ['pool_forward_max_stride1', 1, ['x window 0,0 3×3 → window', 'window result 1,2 1×1 → z result 0,0 1×1']],
    ['pool_backward_max', 2, ['x window 0,1 2×2 → mask', 'dZ result 0,1 1×1 → dX result 1,2 1×1']],
  ])('%s, step %i', (name, t, expected) => {
    const { stage } = createStepper(courseLayer(courseCase(name))!).frame(t, view);
    expect(flowsOf(stage).map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`)).toEqual(expected);
  });
});

describe('pace of the motion', () => {
  test('a step after two seconds glides and flows; one back only glides; a jump does neither', () => {
    expect(stepPace(1, 2000)).toEqual({ glide: 180, flow: 420 });
    expect(stepPace(-1, 2000)).toEqual({ glide: 180, flow: 0 });
    expect(stepPace(7, 2000)).toEqual({ glide: 0, flow: 0 });
  });

  test('any motion is over before the next step of the same pace', () => {
    for (let elapsed = 0; elapsed < 3000; elapsed += 7) {
      const { glide, flow } = stepPace(1, elapsed);
      expect(Math.max(glide, flow)).toBeLessThan(Math.max(elapsed, 1));
    }
    expect(stepPace(1, 33)).toEqual({ glide: 0, flow: 0 });
  });
});
