/** distribute_value: a value shared out evenly over a window. */
import { msg } from '../../message';
import { omit } from '../../omit';
import type { Frame } from '../Frame';
import type { PoolLayer } from '../Layer';
import { explainPlain } from '../shared/explainPlain';
import { array, operation } from '../shared/words/header';
import { listings } from '../shared/listings/listings';
import { equation, identifier, indexed, math, operator, row } from '../shared/words/mathml';
import { stageRow } from '../shared/words/rows';
import { integer, line, number, say, shape as shapeSpan, term, text } from '../shared/words/spans';
import { glyphs, map, mapsOf } from '../shared/stage';
import type { Stepper, View } from '../Stepper';

const value = 'dz';
const result = 'a';

export function distributeStepper(stepper: Stepper, layer: PoolLayer): Stepper {
  const shape = layer.x.shape.slice(1, 3);
  const frame = (t: number, view: View): Frame => distributeFrame(stepper.frame(t, view), shape);
  return {
    ...stepper,
    sentence: [
      ...operation('distribute_value'),
      text(value, 'strong'),
      text(', shape ', 'dim'),
      shapeSpan(shape),
      text(' → '),
      ...array(result, shape),
    ],
    size: [line(say(msg('every cell of the window gets the same share of the value')))],
    listings: listings({
      loop: ['(n_H, n_W) = shape', `average = ${value} / (n_H * n_W)`, `${result} = np.ones(shape) * average`].join(
        '\n',
      ),
      numpy: `${result} = np.full(shape, ${value} / (shape[0] * shape[1]))`,
      formula: formulaOf(),
    }),
    timeline: () => ({ ...stepper.timeline('window'), granularities: ['window'] }),
    frame,
    explain: (cell, t, view) => explainPlain(frame(t, view), cell),
    montage: () => undefined,
  };
}

function distributeFrame(frame: Frame, [rows = 1, cols = 1]: readonly number[]): Frame {
  const maps = mapsOf(frame.stage);
  const given = omit(
    maps.find(({ id }) => id === 'dZ')!,
    'index',
    'address',
  );
  const shares = maps.find(({ id }) => id === 'mask')!;
  const dz = given.values[0]!;
  const share = line(
    text(`${value} / (n_H · n_W) = `),
    term([{ map: 'dZ', row: 0, col: 0 }], given.integers ? integer(dz) : number(dz)),
    text(` / (${rows} · ${cols}) = `),
    term(
      Array.from({ length: rows * cols }, (_, cell) => ({
        map: 'z',
        row: Math.floor(cell / cols),
        col: cell % cols,
      })),
      number(shares.values[0]!, 'result'),
    ),
  );
  return {
    ...frame,
    stage: [
      stageRow({
        id: 'distribute',
        title: `${result}[:, :] = ${value} / (n_H · n_W)`,
        items: [
          map({ ...given, title: value, boxes: [] }),
          glyphs.arrow,
          map({ ...shares, id: 'z', title: result, notes: [] }),
        ],
        lines: [share],
      }),
    ],
    code: {
      line: 2,
      variables: [
        { line: 0, spans: [integer(rows), text(', '), integer(cols)] },
        { line: 1, spans: [number(shares.values[0]!)] },
      ],
    },
    announcement: share,
  };
}

function formulaOf(): string {
  const size = row(`${identifier('n_H')}${operator('·')}${identifier('n_W')}`);
  return math(equation(indexed(result, 'k', 'l'), `<mfrac>${identifier(value)}${size}</mfrac>`));
}
