// Runs before anything is installed: only what the system's Node (20 or later) has built in may be used here.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binFolder = join(root, 'node_modules', '.bin');

/**
 * Installs what is missing, then runs a TypeScript entry under the pinned Node and ends with its exit code.
 * @param {string} entry path of the entry, from the root of the project
 * @param {{browsers: 'needed' | 'wanted' | 'unneeded'}} needs
 *   'needed' stops when a browser is missing and cannot be installed, 'wanted' only says so
 */
export async function runPinned(entry, needs) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) stop(`O Parecer precisa do Node 20 ou mais novo; este é o ${process.version}.`);
  installPackages();
  if (needs.browsers !== 'unneeded') installBrowsers(needs.browsers);
  process.exit(await runChild(entry));
}

/** Prints one sentence on standard error and ends with exit code 1. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.parecer-lock');
  const stamped = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (stamped !== hash && !isInstalled(lock)) {
    console.log('Instalando os pacotes do projeto (npm ci)…');
    const result = runNpm(['ci']);
    if (result.error)
      stop(`Não foi possível executar o npm (${result.error.message}): instale-o e tente de novo.`);
    if (result.status !== 0) {
      stop('O npm ci falhou: veja a mensagem acima, verifique a rede e tente de novo.');
    }
  }
  if (!isNodePinned()) {
    stop('O Node fixado pelo projeto não foi instalado: remova "ignore-scripts" do npm e execute "npm ci".');
  }
  if (stamped !== hash) writeFileSync(stamp, hash);
}

/** npm writes its hidden lock file last, so one that agrees with ours stands for a whole installation. */
function isInstalled(lock) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  const wanted = JSON.parse(lock.toString('utf8')).packages ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function isNodePinned() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
  const answer = spawnSync(join(binFolder, 'node'), ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() === `v${wanted}`;
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  return npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options);
}

function installBrowsers(level) {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  if (isDebian() && process.getuid?.() === 0) {
    console.log(`Instalando ${missing.join(', ')} (apt-get)…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
    if (
      !apt('-q', 'update') ||
      !apt('-q', 'install', '-y', '--no-install-recommends', ...missing, 'fonts-liberation')
    ) {
      stop(`O apt-get não instalou ${missing.join(', ')}: veja a mensagem acima e tente de novo.`);
    }
    return;
  }
  const how = isDebian()
    ? `sudo apt-get update && sudo apt-get install ${missing.join(' ')}`
    : 'pelo gerenciador de pacotes do seu sistema, ou aponte CHROMIUM_PATH e FIREFOX_PATH para os programas';
  const sentence = `Faltam programas (${missing.join(', ')}). Instale: ${how}`;
  if (level === 'needed') stop(sentence);
  console.warn(sentence);
}

function missingPrograms() {
  const found = (name, variable) => (variable && process.env[variable]) || isOnPath(name);
  const missing = [];
  if (!found('chromium', 'CHROMIUM_PATH')) missing.push('chromium');
  if (!found('firefox-esr', 'FIREFOX_PATH') && !isOnPath('firefox')) missing.push('firefox-esr');
  if (process.platform === 'linux' && !isOnPath('Xvfb')) missing.push('xvfb');
  return missing;
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The channel lets the child see this process go, even when it is killed; signals are passed on. */
function runChild(entry) {
  const child = spawn(join(binFolder, 'node'), [join(root, entry), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${binFolder}${delimiter}${process.env.PATH ?? ''}` },
  });
  endWithNpm(child);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => stop(`O Node fixado pelo projeto não pôde ser executado: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** When npm is killed nobody would be left to press Ctrl-C. Started without npm, a parent may go as it likes. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 250).unref();
}
