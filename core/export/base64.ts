/** Base64 (RFC 4648, section 4), with padding. */
import { encodeBase64Url } from '../scene/base64Url';

export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64Url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
