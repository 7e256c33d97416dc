/** create_mask_from_window: 1 at every cell of the window that equals its maximum. */
import { msg } from '../../message';
import { omit } from '../../omit';
import type { Frame, MapView } from '../Frame';
import type { PoolLayer } from '../Layer';
import { explainPlain } from '../shared/explainPlain';
import { array, operation } from '../shared/words/header';
import { listings } from '../shared/listings/listings';
import { equation, identifier, indexed, math, operator, row } from '../shared/words/mathml';
import { stageRow } from '../shared/words/rows';
import { integer, line, number, say, text } from '../shared/words/spans';
import { glyphs, map, mapsOf } from '../shared/stage';
import type { Stepper, View } from '../Stepper';

export function maskStepper(stepper: Stepper, layer: PoolLayer): Stepper {
  const shape = layer.x.shape.slice(1, 3);
  const first = mapsOf(stepper.frame(0, { channel: 0, filter: 0, granularity: 'window' }).stage);
  const name = first.find(({ id }) => id === 'x')!.title;
  const frame = (t: number, view: View): Frame => maskFrame(stepper.frame(t, view), name);
  return {
    ...stepper,
    sentence: [...operation('create_mask_from_window'), ...array(name, shape), text(' → '), ...array('mask', shape)],
    size: [line(say(msg('1 where the value is the maximum of the window, else 0')))],
    listings: listings({ loop: `mask = (${name} == np.max(${name}))`, formula: formulaOf(name) }),
    timeline: () => ({ ...stepper.timeline('window'), granularities: ['window'] }),
    frame,
    explain: (cell, t, view) => explainPlain(frame(t, view), cell),
    montage: () => undefined,
  };
}

function maskFrame(frame: Frame, name: string): Frame {
  const maps = mapsOf(frame.stage);
  const x = maps.find(({ id }) => id === 'x')!;
  const mask = maps.find(({ id }) => id === 'mask')!;
  const winners = mask.boxes.map(({ row: r, col: c }) => ({ row: r, col: c }));
  const max = winners[0] ? x.values[winners[0].row * x.cols + winners[0].col]! : NaN;
  const found = line(
    text(`max(${name}) = `),
    x.integers ? integer(max, 'result') : number(max, 'result'),
    text('   '),
    say(
      winners.length === 1
        ? msg('row {0}, column {1} of {2}', winners[0]!.row, winners[0]!.col, name)
        : msg('{0} cells tie', winners.length),
    ),
  );
  return {
    ...frame,
    stage: [
      stageRow({
        id: 'mask',
        title: `mask = (${name} == max(${name}))`,
        items: [map(plainWindow(x, winners)), glyphs.arrow, map({ ...mask, notes: [] })],
        lines: [found],
      }),
    ],
    code: { line: 0, variables: [] },
    announcement: found,
  };
}

/** The window as an array of two axes; the maximum is outlined. */
function plainWindow(window: MapView, winners: readonly { readonly row: number; readonly col: number }[]): MapView {
  const { address, ...x } = omit(window, 'index');
  return {
    ...x,
    boxes: winners.map((cell) => ({ ...cell, rows: 1, cols: 1, style: 'result' as const })),
    ...(address && { address: { ...address, shape: [x.rows, x.cols] } }),
  };
}

function formulaOf(name: string): string {
  const source = indexed(name, 'k', 'l');
  const max = `<munder><mo>max</mo>${row(`${identifier('r')}${operator(',')}${identifier('s')}`)}</munder>${indexed(name, 'r', 's')}`;
  return math(equation(indexed('mask', 'k', 'l'), row(`<mo>[</mo>${source}${operator('=')}${max}<mo>]</mo>`)));
}
