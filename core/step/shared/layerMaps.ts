/** The maps that convolution and pooling have in common: the input as windows see it, and planes of the output's shape. */
import { outputShape, type Geometry } from '../../layer/geometry';
import type { Message } from '../../message';
import { planeAddress } from './address';
import type { Box, MapView, Scale } from '../Frame';
import type { StepPosition } from './LoopTimeline';
import { exampleName } from './words/names';
import type { PaddedInput } from './planes/PaddedInput';
import { coveredBox, filledKinds } from './stage';

interface InputRequest {
  readonly input: PaddedInput;
  readonly name: string;
  readonly scale: Scale;
  readonly i: number;
  readonly channel: number;
  readonly boxes: readonly Box[];
  readonly integers: boolean;
}

/** One channel of one example: A_prev, or a_prev_pad where it is padded. */
export function inputMap({ input, name, scale, i, channel, boxes, integers }: InputRequest): MapView {
  return {
    id: 'x',
    title: input.padded ? `${exampleName(name)}_pad` : name,
    index: input.padded ? `[…, ${channel}]` : `[${i}, …, ${channel}]`,
    rows: input.rows,
    cols: input.cols,
    values: input.plane(i, channel),
    ...(input.kinds ? { cells: input.kinds } : {}),
    scale,
    integers,
    boxes,
    notes: [],
    address: input.address(name, i, channel),
  };
}

interface OutputRequest {
  readonly id: 'z' | 'dZ';
  readonly name: string;
  readonly geometry: Geometry;
  readonly values: Float64Array;
  readonly scale: Scale;
  readonly i: number;
  readonly c: number;
  readonly boxes: readonly Box[];
  readonly notes: readonly Message[];
  readonly integers: boolean;
}

/** One filter's plane of an array of the output's shape. */
export function outputMap({ geometry, i, c, ...rest }: OutputRequest): MapView {
  const { id, name, values, scale, boxes, notes, integers } = rest;
  return {
    id,
    title: name,
    index: `[${i}, …, ${c}]`,
    rows: geometry.rows.outSize,
    cols: geometry.cols.outSize,
    values,
    scale,
    integers,
    boxes,
    notes,
    address: planeAddress(id, name, outputShape(geometry), i, c),
  };
}

interface GrowingRequest {
  readonly name: string;
  readonly geometry: Geometry;
  readonly scale: Scale;
  readonly integers: boolean;
  readonly position: StepPosition;
  /** The finished plane. */
  readonly full: Float64Array;
  /** Products or kernel cells of one output cell. */
  readonly productsPerCell: number;
  /** What the step's cell holds once product number `lastProduct` is done. */
  readonly valueAt: (lastProduct: number) => number;
}

/** The output as far as it is computed, the step's cell with what it was before where the step is a part of a window. */
export function growingOutputMap(request: GrowingRequest): MapView {
  const { name, geometry, scale, position, full, productsPerCell, valueAt, integers } = request;
  const { i, h, w, c, lastProduct } = position;
  const boxes = [coveredBox(position, 'result')];
  const cell = h * geometry.cols.outSize + w;
  const values = lastProduct === productsPerCell - 1 ? full : full.slice();
  if (values !== full) values[cell] = valueAt(lastProduct);
  return {
    ...outputMap({ id: 'z', name, geometry, values, scale, integers, i, c, boxes, notes: [] }),
    cells: filledKinds(values.length, cell + 1),
    growing: true,
    ...changesOfPart(position, productsPerCell, valueAt),
  };
}

/** The step's cell with what it was before, where a step is a part of a window: before the first part it was nothing. */
export function changesOfPart(
  { h, w, lastProduct, doneBefore, doneAfter }: StepPosition,
  productsPerCell: number,
  valueAt: (lastProduct: number) => number,
): Pick<MapView, 'changes'> {
  const done = doneAfter - doneBefore;
  if (done >= productsPerCell) return {};
  return { changes: lastProduct < done ? [] : [{ row: h, col: w, before: valueAt(lastProduct - done) }] };
}
