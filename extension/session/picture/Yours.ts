/** The user's function next to the layer: which view is shown and at which tolerance cells are compared. */
import { Comparison } from '../../../core/check/stage/Comparison';
import { yoursStepper } from '../../../core/check/stage/yoursStepper';
import type { CompareView } from '../../../core/check/stage/yoursFrame';
import { msg, type Message } from '../../../core/message';
import type { Field, YoursState } from '../../../core/panel/protocol';
import { text } from '../../../core/step/shared/spans';
import type { Span } from '../../../core/step/Frame';
import type { Stepper } from '../../../core/step/Stepper';
import type { CheckSource } from '../source/LensSource';

/** What a LayerPicture of a check has besides its layer. */
export interface Yours {
  readonly source: CheckSource;
  readonly comparison: Comparison;
  readonly view: CompareView;
  /** As the user typed them. */
  readonly typed: { readonly rtol: string; readonly atol: string };
}

const VIEWS: readonly CompareView[] = ['layer', 'yours', 'difference'];

export function yoursOf(source: CheckSource): Yours {
  const comparison = new Comparison(source.run);
  const { rtol, atol } = comparison.tolerance;
  return { source, comparison, view: 'yours', typed: { rtol: shortly(rtol), atol: shortly(atol) } };
}

export function stepperOf({ comparison, view }: Yours): Stepper {
  return yoursStepper(comparison, view);
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
      return { ...yours, typed, comparison: new Comparison(yours.source.run, tolerance) };
    }
    default:
      return undefined;
  }
}

export function yoursFields({ view, typed }: Yours): Field[] {
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
    ...(isTolerance(typed[id])
      ? {}
      : { error: msg('“{0}” is not a tolerance: a number of at least 0 is expected', typed[id]) }),
  });
  return [
    {
      id: 'compare',
      label: msg('view'),
      kind: 'segmented',
      value: view,
      options: VIEWS.map((value) => ({ value, label: labels[value] })),
      help: msg('the layer alone, your results next to it, or the difference'),
    },
    tolerance('rtol', msg('rtol'), msg('relative tolerance: values agree up to atol + rtol · |layer|')),
    tolerance('atol', msg('atol'), msg('absolute tolerance: values agree up to atol + rtol · |layer|')),
  ];
}

export function yoursState({ source, comparison }: Yours): YoursState {
  const { findings, run, convention } = source;
  const { differing, total, largest, shapes, tolerance } = comparison;
  const agrees = differing === 0 && !run.error;
  return {
    verdict: convention ? 'convention' : agrees ? 'agrees' : 'differs',
    summary: summaryOf(),
    mistakes: findings.map(({ message, place, repair }, index) => ({
      index,
      message,
      line: place.line,
      ...(repair && { before: repair.before, after: repair.text }),
    })),
    notes: [
      ...(convention ? [convention] : []),
      ...(run.borrowed.length > 0
        ? [msg('not defined in the text, the layer’s own is used: {0}', run.borrowed.join(', '))]
        : []),
    ],
  };

  function summaryOf(): Message {
    if (run.error) return msg('your code stops at line {0}: {1}', run.error.line, run.error.message);
    if (shapes) return msg('your result has shape {0}, the layer’s has {1}', ...shapes);
    if (agrees) return msg('all {0} values agree (rtol {1}, atol {2})', total, tolerance.rtol, tolerance.atol);
    return msg('{0} of {1} values differ, by up to {2}', differing, total, Number(largest.toPrecision(4)));
  }
}

/** `your pool_backward  student.py:41  against the layer · stride 2, pad 1, 5×7 input`. */
export function yoursSentence({ source }: Yours): Span[] {
  const { run, place } = source;
  return [
    { kind: 'message', message: msg('your {0}', run.name), tone: 'operation' },
    text(` ${place}`, 'dim'),
    text(' '),
    { kind: 'message', message: msg('against the layer: {0}', run.layerCase.label), tone: 'plain' },
  ];
}

/** `1e-6`. */
function shortly(value: number): string {
  return value !== 0 && value < 1e-3 ? value.toExponential() : String(value);
}

function isTolerance(typed: string): boolean {
  return typed.trim() !== '' && Number.isFinite(Number(typed)) && Number(typed) >= 0;
}
