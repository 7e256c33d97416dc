/** A line as one string, for the live region. */
import type { Line, Span } from '../../core/step/Frame';
import { summaryOf } from '../../core/step/shared/words/spans';
import { formatNumber } from '../format';
import { t } from '../l10n';

export function plainText({ spans }: Line, precision: number): string {
  return spans.map((span) => spanText(span, precision)).join('');
}

function spanText(span: Span, precision: number): string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'message':
      return t(span.message);
    case 'number':
      return formatNumber(span.value, span.integer ? 0 : precision, span.integer);
    case 'term':
      return plainText(span, precision);
    case 'fold':
      return plainText({ spans: summaryOf(span) }, precision);
  }
}
