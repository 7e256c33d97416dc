/** The user's results next to the layer's: which view is shown and at which tolerance cells are compared. */
import { Comparison } from '../../../core/check/stage/Comparison';
import { tracedSubject, type ComparedSubject } from '../../../core/check/subject/ComparedSubject';
import type { CompareView } from '../../../core/check/stage/planes';
import { yoursStepper } from '../../../core/check/stage/yoursStepper';
import type { UnusedValue } from '../../../core/check/result/assignValues';
import type { OwnValue } from '../../../core/check/result/OwnValue';
import { msg, type Message } from '../../../core/message';
import type { Field } from '../../../core/panel/protocol';
import type { Stepper } from '../../../core/step/Stepper';
import type { CheckSource } from '../source/LensSource';

/** What a LayerPicture of a comparison has besides its layer. */
export interface Yours {
  readonly origin: CodeOrigin | ResultOrigin;
  /** The layer's own steps. */
  readonly base: Stepper;
  readonly subject: ComparedSubject;
  readonly comparison: Comparison;
  readonly view: CompareView;
  /** As the user typed them. */
  readonly typed: { readonly rtol: string; readonly atol: string };
}

/** The user's function was run. */
export interface CodeOrigin {
  readonly kind: 'code';
  readonly source: CheckSource;
}

/** Only results are known: printed, selected, from a file or a variable. */
export interface ResultOrigin {
  readonly kind: 'result';
  /** Where they came from, as the user knows it. */
  readonly name: string;
  readonly unused: readonly UnusedValue[];
  readonly values: readonly OwnValue[];
  /** The text of the values, where they are printed. */
  readonly printed?: string;
  /** Mistakes that give exactly these numbers; absent until they were searched. */
  readonly mistakes?: readonly Message[];
}

const VIEWS: readonly CompareView[] = ['layer', 'yours', 'difference'];

export function yoursOfCode(source: CheckSource, base: Stepper): Yours {
  return opened({ kind: 'code', source }, tracedSubject(source.run), base);
}

/** Once mistakes are named. */
export function withMistakes(yours: Yours, mistakes: readonly Message[]): Yours {
  const { origin } = yours;
  return origin.kind === 'result' ? { ...yours, origin: { ...origin, mistakes } } : yours;
}

/** `before`: the view and tolerances to keep. */
export function yoursOfResult(origin: ResultOrigin, subject: ComparedSubject, base: Stepper, before?: Yours): Yours {
  const yours = opened(origin, subject, base);
  if (!before) return yours;
  const { view, typed } = before;
  return { ...yours, view, typed, comparison: new Comparison(subject, before.comparison.tolerance) };
}

export function stepperOf({ origin, base, comparison, view }: Yours): Stepper {
  return yoursStepper(base, comparison, view, origin.kind === 'code' ? origin.source.run : undefined);
}

/** After a change of one of its own fields; undefined for other fields. A value that is not a number changes nothing. */
export function moveYours(yours: Yours, id: string, value: string): Yours | undefined {
  switch (id) {
    case 'compare': {
      const view = VIEWS.find((each) => each === value);
      return view ? { ...yours, view } : yours;
    }
    case 'rtol':
    case 'atol': {
      const typed = { ...yours.typed, [id]: value };
      if (!isTolerance(value)) return { ...yours, typed };
      const tolerance = { ...yours.comparison.tolerance, [id]: Number(value) };
      return { ...yours, typed, comparison: new Comparison(yours.subject, tolerance) };
    }
    default:
      return undefined;
  }
}

export function yoursFields({ view, typed, subject }: Yours): Field[] {
  const labels: Record<CompareView, Message> = {
    layer: msg('Layer'),
    yours: msg('Yours'),
    difference: msg('Difference'),
  };
  const tolerance = (id: 'rtol' | 'atol', label: Message, help: Message): Field => ({
    id,
    label,
    kind: 'text',
    value: typed[id],
    help,
    isRare: true,
    ...(isTolerance(typed[id])
      ? {}
      : { error: msg('“{0}” is not a tolerance: a number of at least 0 is expected', typed[id]) }),
  });
  const views: Field = {
    id: 'compare',
    label: msg('view'),
    kind: 'segmented',
    value: view,
    options: VIEWS.map((value) => ({ value, label: labels[value] })),
    help: msg('the layer alone, your results next to it, or the difference'),
  };
  return [
    ...(subject.arrays.length > 0 ? [views] : []),
    tolerance('rtol', msg('rtol'), msg('relative tolerance: values agree up to atol + rtol · |layer|')),
    tolerance('atol', msg('atol'), msg('absolute tolerance: values agree up to atol + rtol · |layer|')),
  ];
}

function opened(origin: Yours['origin'], subject: ComparedSubject, base: Stepper): Yours {
  const comparison = new Comparison(subject);
  const { rtol, atol } = comparison.tolerance;
  return {
    origin,
    base,
    subject,
    comparison,
    view: 'yours',
    typed: { rtol: shortly(rtol), atol: shortly(atol) },
  };
}

/** `1e-6`. */
function shortly(value: number): string {
  return value !== 0 && value < 1e-3 ? value.toExponential() : String(value);
}

function isTolerance(typed: string): boolean {
  return typed.trim() !== '' && Number.isFinite(Number(typed)) && Number(typed) >= 0;
}
