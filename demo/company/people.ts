import type { Random } from './random.ts';

const FIRST_NAMES =
  `Adriana Alexandre Aline Amanda Ana Anderson André Antônio Beatriz Benedito Bernardo Bruno Camila Carla Carlos
Cecília Célia Cláudia Cristiano Daniel Débora Denise Diego Eduardo Elaine Eliane Elisa Emerson Estela Fabiana Fábio Felipe Fernanda
Flávio Francisca Gabriel Geraldo Gilberto Giovana Guilherme Gustavo Heitor Heloísa Henrique Hugo Igor Ingrid Isabela Ivone Jair Janaína
João Joaquim Jorge José Josefa Juliana Júlio Karina Larissa Leandro Leonardo Lourdes Lucas Luciana Luís Luíza Manoel Marcelo Márcia Marcos
Maria Mariana Marlene Mateus Maurício Milena Miriam Mônica Natália Neusa Olga Osvaldo Patrícia Paula Paulo Pedro Priscila Rafael Raquel
Regina Renato Ricardo Rita Roberta Rodrigo Rogério Rosana Rubens Samuel Sandra Sebastião Sérgio Silvana Simone Sônia Tatiane Teresa Thiago
Valdir Valéria Vanessa Vicente Vinícius Vitória Wagner Yara Zilda`.split(/\s+/u);

const SURNAMES =
  `Abreu Aguiar Alencar Almeida Alves Amaral Andrade Antunes Aragão Araújo Arruda Assis Azevedo Barbosa Barreto Barros
Batista Bezerra Borges Braga Brandão Brito Bueno Camargo Campos Cardoso Carvalho Castro Cavalcanti Chaves Coelho Correia Costa Coutinho
Cunha Dantas Dias Diniz Duarte Esteves Farias Fernandes Ferraz Ferreira Figueiredo Fonseca Fontes Freire Freitas Furtado Galvão Garcia
Gomes Gonçalves Guerra Guimarães Kato Lacerda Leal Leite Lima Lopes Machado Maciel Magalhães Maia Marinho Marques Martins Matos Medeiros
Melo Mendes Menezes Miranda Monteiro Moraes Moreira Mota Moura Muniz Nakamura Nascimento Neves Nogueira Novaes Nunes Oliveira Pacheco
Paiva Passos Peixoto Pereira Pimentel Pinheiro Pires Prado Queiroz Ramos Rangel Reis Ribeiro Rocha Rodrigues Sales Sampaio Santana Santos
Saraiva Schmidt Serra Silva Siqueira Soares Sousa Tanaka Tavares Teixeira Teles Toledo Torres Vargas Vasconcelos Vaz Viana Vidal Vieira
Xavier Zanetti`.split(/\s+/u);

/** A Brazilian name as people write it: `Marlene Rocha`, `João Batista Ferraz`, `Ana de Sousa`. */
export function createPersonName(random: Random): string {
  const middle = random.chance(0.3) ? `${random.chance(0.3) ? 'de ' : ''}${random.pick(SURNAMES)} ` : '';
  return `${random.pick(FIRST_NAMES)} ${middle}${random.pick(SURNAMES)}`;
}

export function createSurname(random: Random): string {
  return random.pick(SURNAMES);
}

/** What a contact person does at the customer. */
export const ROLES = [
  'Financeiro',
  'Faturamento',
  'Compras',
  'Gerência',
  'Fiscal',
  'TI',
  'Estoque',
  'Vendas',
  'Sócia-proprietária',
  'Contabilidade',
] as const;
