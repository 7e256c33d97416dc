/** The steps of conv_transpose_forward: W·a added to the window of z_pad; then the padding is removed and the bias added. */
import { kernelCell, tapCell } from '../../layer/window';
import { msg } from '../../message';
import type { CellRef, Frame, Line, Span } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { exampleName } from '../shared/words/names';
import { stageRow } from '../shared/words/rows';
import { glyphs, map, windowsBox } from '../shared/stage';
import { element, line, number, say, shape, term, text } from '../shared/words/spans';
import { separatedTerms } from '../shared/words/separatedTerms';
import { filterMap, finishedMap, transposeInputMap, scatteredMap } from './transposeMaps';
import type { TransposeScene } from './TransposeScene';

export function transposeForwardFrame(
  scene: TransposeScene,
  t: number,
  position: StepPosition,
  channel: number,
): Frame {
  if (position.tail) return finishFrame(scene, t, position, channel);
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const value = number(planes.dZ(i, h, w, c));
  const target = scatteredMap(scene, position, channel, windowsBox(planes.geometry, position, 'window'));
  return {
    t,
    stage: [
      stageRow({
        id: 'scatter',
        title: `${targetName(scene)}[window] += ${names.w}[…, c] · ${names.x}[i, h, w, c]`,
        aside: msg('every input cell adds to a window'),
        items: [
          map(transposeInputMap(scene, position)),
          glyphs.dot,
          map(filterMap(scene, position, channel)),
          glyphs.adds,
          map(target),
          map(scene.windowMap(target, position, 'window')),
        ],
        lines: [line(separatedTerms(updates(scene, position, channel)))],
      }),
    ],
    code: scene.loop.state(position, value),
    announcement: line(
      element(names.x, i, h, w, c),
      text(' = '),
      value,
      text(' '),
      say(msg('times the filter is added to its window of {0}', names.z)),
    ),
    position: { i, h, w, c, channel },
  };
}

/** `[0, 1]: 0.5 + 0.26 · 1.38 = 0.86` for each kernel cell of the step. */
function updates(scene: TransposeScene, position: StepPosition, channel: number): Span[][] {
  const { planes, timeline } = scene;
  const { i, h, w, c, doneBefore, doneAfter } = position;
  const absolute = planes.firstChannel(c) + channel;
  const before = planes.inputGradient(i, absolute, doneBefore);
  const after = planes.inputGradient(i, absolute, doneAfter);
  const single = doneAfter - doneBefore <= timeline.productsPerCell;
  const factor = planes.dZ(i, h, w, c);
  const current = scene.currentTap(position);
  const taps = current === undefined ? Array.from({ length: planes.taps }, (_, tap) => tap) : [current];
  const target = scene.scatteredId;
  return taps.map((tap) => {
    const { row, col } = tapCell(planes.geometry, h, w, tap);
    const index = row * planes.input.cols + col;
    const cells: CellRef[] = [
      { map: target, row, col },
      { map: 'w', ...kernelCell(planes.geometry, tap) },
      { map: 'x', row: h, col: w },
    ];
    const product: Span[] = single
      ? [text(' + '), number(planes.weight(tap, channel, c)), text(' · '), number(factor)]
      : [];
    return [
      text(`[${row}, ${col}]: `, 'dim'),
      term(cells, number(before[index]!), ...product),
      text(single ? ' = ' : ' → '),
      number(after[index]!, 'result'),
    ];
  });
}

function finishFrame(scene: TransposeScene, t: number, position: StepPosition, channel: number): Frame {
  const { planes, names, layer, outShape } = scene;
  const { rows, cols } = planes.geometry;
  const { i, h, w, c } = position;
  const interior = {
    row: rows.padBefore,
    col: cols.padBefore,
    rows: rows.size,
    cols: cols.size,
    style: 'window',
  } as const;
  const absolute = planes.firstChannel(c) + channel;
  const source = targetName(scene);
  const lines: Line[] = [];
  if (planes.input.padded) {
    lines.push(
      line(
        say(msg('The padding is removed')),
        text(`   ${source} `),
        shape([planes.input.rows, planes.input.cols]),
        text(` → ${names.z}[${i}] `),
        shape(outShape.slice(1, 3)),
      ),
    );
  }
  if (layer.b) {
    lines.push(
      line(
        say(msg('The bias is added to every cell')),
        text('   '),
        element(names.b, absolute),
        text(' = '),
        number(layer.b.data[absolute]!),
      ),
    );
  }
  return {
    t,
    stage: [
      stageRow({
        id: 'scatter',
        title: `${names.z}[i] = ${source}${layer.b ? ` + ${names.b}` : ''}`,
        items: [
          map(scatteredMap(scene, position, channel, interior)),
          glyphs.arrow,
          map(finishedMap(scene, position, channel)),
        ],
        lines,
      }),
    ],
    code: scene.loop.state(position),
    announcement: line(say(msg('example {0} of {1} is complete', i, names.z))),
    position: { i, h, w, c, channel },
  };
}

function targetName({ planes, names }: TransposeScene): string {
  return planes.input.padded ? `${exampleName(names.z)}_pad` : names.z;
}
