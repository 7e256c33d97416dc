/** `format(value, spec)`. */
import { LensError, msg } from '../../../../message';
import { flat } from '../../array/PyArray';
import { typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import type { Py, PyNumber } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { formatFloat, formatInteger, formatText, parseSpec } from './formatSpec';
import { floatRepr } from './floatText';
import { asciiOf } from './quoted';
import { reprOf, strOf } from './reprOf';

function formatNumber(value: number, spec: string): string {
  return spec === '' ? floatRepr(value) : formatFloat(value, parseSpec(spec));
}

/** A number, or the element of an array without axes. */
function scalarOfArray(value: Py): PyNumber | undefined {
  if (value.kind === 'number') return value;
  if (value.kind !== 'array' || value.shape.length > 0) return undefined;
  return { kind: 'number', value: flat(value)[0]!, dtype: value.dtype };
}

export function formatValue(value: Py, spec: string, machine: Machine): string {
  if (value.kind === 'instance') {
    const method = findMember(value.class, '__format__');
    if (method) return strOf(machine.call(method, [value, { kind: 'text', value: spec }]), machine);
  }
  const single = scalarOfArray(value);
  // NumPy formats its scalars as Python's: float32 with the digits of a float64.
  if (single?.dtype.startsWith('float')) return formatNumber(single.value, spec);
  if (spec === '' && value.kind === 'array' && value.notation === 'tensorflow')
    return strOf({ ...value, notation: undefined }, machine);
  if (spec === '')
    return strOf(value.kind === 'array' && value.notation === 'pytorch' ? (single ?? value) : value, machine);
  switch (value.kind) {
    case 'text':
      return formatText(value.value, parseSpec(spec));
    case 'number':
      return formatInteger(value.value, parseSpec(spec));
    case 'array':
      if (single) return formatValue(single, spec, machine);
      throw typeError('unsupported format string passed to numpy.ndarray.__format__');
    case 'unknown':
    case 'namespace':
      return strOf(value, machine);
    case 'layer':
    case 'generator':
      throw new LensError(msg('{0} cannot be formatted', typeName(value)));
    default:
      throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
  }
}

/** `{value!r:spec}`; no conversion: ''. */
export function formatConverted(value: Py, conversion: string, spec: string, machine: Machine): string {
  if (conversion === '') return formatValue(value, spec, machine);
  const text = conversion === 's' ? strOf(value, machine) : reprOf(value, machine);
  return formatValue({ kind: 'text', value: conversion === 'a' ? asciiOf(text) : text }, spec, machine);
}
