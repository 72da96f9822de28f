/** Words of the editing of a captured page. */
export const capture = {
  title: 'Captura da página',
  tools: 'Ferramentas da captura',
  picture: 'Imagem capturada',
  marks: 'Marcas na imagem',
  blur: 'Desfocar',
  arrow: 'Seta',
  box: 'Caixa',
  crop: 'Cortar',
  undo: 'Desfazer',
  redo: 'Refazer',
  actualSize: 'Tamanho real',
  offeredBlur: 'CPF, CNPJ ou cartão desfocado',
  offered: (count: number) =>
    count === 1
      ? '1 número de CPF, CNPJ ou cartão está desfocado. Tire o desfoque se ele precisar aparecer.'
      : `${count} números de CPF, CNPJ ou cartão estão desfocados. Tire o desfoque dos que precisam aparecer.`,
  nothingOffered: 'Confira se a imagem não mostra dados que não devem sair da empresa.',
  keysHint: 'Na lista, setas movem, Shift+setas mudam o tamanho e Delete tira.',
  takeOff: (name: string) => `Tirar: ${name}`,
  cancel: 'Cancelar',
  insert: 'Pôr no texto',
  fileName: 'Captura da página',
  waits:
    'O navegador pede um gesto seu: aperte Alt+P, ou clique no botão do Parecer na barra do navegador, para capturar esta página.',
} as const;
