/** The panel's page: one script, one style sheet, the translations, and a policy that allows nothing else. */
import { escapeMarkup } from '../../core/export/escapeMarkup';

export interface PageParts {
  /** Source of the web view's own resources, in terms of the content security policy. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** BCP 47, as VS Code's display language. */
  readonly language: string;
  readonly title: string;
  /** Which page it is; default: the panel. */
  readonly page?: 'gallery';
  /** English template → translation. */
  readonly bundle: Readonly<Record<string, string>>;
}

/** The toolkit adds one empty <style>, which this hash of the empty string allows. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export function panelHtml(parts: PageParts): string {
  const { cspSource, nonce, scriptUri, styleUri, language, title, page = 'panel', bundle } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} ${emptyStyle}`,
    `img-src ${cspSource} data: blob:`,
    'font-src data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${escapeMarkup(styleUri)}" />
    <title>${escapeMarkup(title)}</title>
  </head>
  <body data-page="${page}">
    <script type="application/json" id="l10n" nonce="${nonce}">${embedJson(bundle)}</script>
    <script nonce="${nonce}" src="${escapeMarkup(scriptUri)}"></script>
  </body>
</html>
`;
}

/** JSON that cannot end its script element. */
function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
