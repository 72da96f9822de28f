/** What the launcher, the dock and the toolbar button say over a host page. */
export const host = {
  launcherNone: 'Parecer: nenhum cliente encontrado nesta página',
  launcherFound: (name: string, code: string) => `Parecer: ${name}, código ${code}`,
  launcherOffered: (name: string, code: string) => `Parecer: talvez ${name}, código ${code}`,
  /** Stands for the name while the CRM was not asked or does not know the code. */
  unnamed: 'Cliente',
  panelTitle: 'Parecer',
  handle: 'Largura do painel: setas mudam, Home e End vão aos limites, Shift e setas trocam o lado',
  /** On the chip, for what the page's own code declares. */
  declared: 'marca da página',
  field: (label: string) => `campo “${label}”`,
  shotNotInFront: 'A página não está à frente. Volte para a aba dela e capture de novo.',
  shotNeedsGesture: 'O navegador só deixa capturar depois de um gesto seu. Aperte Alt+P e capture de novo.',
  shotFailed: 'O navegador não capturou esta página. Tente de novo, ou cole uma imagem da tela.',
} as const;
