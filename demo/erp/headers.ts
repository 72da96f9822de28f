/** Ways in which real pages shut themselves off; each serves the people's pages under `/<way>/<code>`. */
export const SHUT_OFF: Readonly<Record<string, Record<string, string>>> = {
  csp: {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  coep: {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  },
  sandbox: { 'content-security-policy': "sandbox allow-forms; default-src 'none'; style-src 'self'" },
};
