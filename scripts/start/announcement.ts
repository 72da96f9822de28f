import type { SampleSignIn } from '../../demo/company/staff.ts';
import type { StartOptions } from './options.ts';
import type { Product } from './product.ts';
import { texts } from './texts.ts';

/** What to look at, how to sign in and how to load the extension, as printed before the last line. */
export function describeProduct(
  product: Product,
  options: StartOptions,
  signIns: readonly SampleSignIn[],
): string {
  const lines = [
    '',
    'Parecer no ar.',
    '',
    `  Servidor           ${product.serverUrl}`,
    `  Documentação       ${product.serverUrl}/docs`,
    `  Página de exemplo  ${product.demoUrl}`,
    `  Correio            ${product.demoUrl}correio`,
    `  Dados              ${product.dataFolder}`,
    `  Extensão           ${product.extensionFolder}`,
    '',
    'Para entrar:',
    ...signIns.map(
      (user) => `  ${user.login.padEnd(28)} senha ${user.password}   ${user.name} (${user.role})`,
    ),
    '',
    'Para carregar a extensão no seu Chromium ou Chrome:',
    '  1. abra chrome://extensions e ligue o "Modo do desenvolvedor";',
    '  2. clique em "Carregar sem compactação" e escolha a pasta da extensão, acima;',
    `  3. nas opções da extensão informe o servidor ${product.serverUrl} e entre;`,
    `  4. abra ${product.demoUrl}`,
    '',
    'Ctrl-C encerra tudo.',
  ];
  if (options.customers !== undefined && !product.isNew) lines.push(texts.companyExists);
  return lines.join('\n');
}
