/** The purpose of a request, and the kind of layer that a purpose asks for. */
import type { RequestedKind } from '../../../core/setup/Setup';
import type { Purpose } from '../source/Purpose';
import type { OpenRequest } from './OpenRequest';

export function purposeOf({ operation }: Pick<OpenRequest, 'operation'>): Purpose {
  switch (operation) {
    case 'convolution':
      return 'conv';
    case 'pooling':
      return 'pool';
    case 'inspect':
      return 'inspect';
    case undefined:
      return 'any';
  }
}

export function requestedKind(purpose: Purpose): RequestedKind {
  return purpose === 'conv' || purpose === 'pool' ? purpose : undefined;
}
