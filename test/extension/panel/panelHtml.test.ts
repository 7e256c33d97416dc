/** The panel's page and its policy. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { panelHtml } from '../../../extension/session/panelHtml';

const parts = {
  cspSource: "'self' https://*.vscode-cdn.net",
  nonce: 'abc123',
  scriptUri: 'https://host/main.js',
  styleUri: 'https://host/main.css?"quoted"',
  language: 'zh-cn',
  title: 'a <b> & "c"',
  bundle: { 'a </script><script>alert(1)</script>': '中文' },
};
const html = panelHtml(parts);
const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
  .exec(html)![1]!
  .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('panelHtml', () => {
  it('allows nothing but its own script, styles, fonts and pictures', () => {
    const empty = `'sha256-${createHash('sha256').update('').digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'nonce-abc123'",
      `style-src ${parts.cspSource} ${empty}`,
      `img-src ${parts.cspSource} data: blob:`,
      'font-src data:',
    ]);
    expect(policy).not.toContain('unsafe');
  });

  it('gives every script the nonce', () => {
    const scripts = html.match(/<script\b[^>]*>/g)!;
    expect(scripts).toHaveLength(2);
    for (const script of scripts) expect(script).toContain('nonce="abc123"');
  });

  it('embeds translations that cannot end their element, and that read back whole', () => {
    const json = /id="l10n"[^>]*>(.*?)<\/script>/s.exec(html)![1]!;
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(parts.bundle);
  });

  it('escapes what it puts into attributes and text', () => {
    expect(html).toContain('lang="zh-cn"');
    expect(html).not.toContain('?"quoted"');
    expect(html).not.toContain('<b>');
  });
});
