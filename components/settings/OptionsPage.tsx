import type { IconNode } from 'lucide';
import { Globe, LocateFixed, Server, Sun, User } from 'lucide';
import { options as words } from '../../locales/pt-BR/options.ts';
import type { OptionsPorts } from '../../state/options-ports.ts';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { AccountSection } from './AccountSection.tsx';
import { HostsSection } from './HostsSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { ServerSection } from './ServerSection.tsx';

const SECTIONS: readonly { id: keyof typeof words.nav; icon: IconNode }[] = [
  { id: 'hosts', icon: Globe },
  { id: 'rules', icon: LocateFixed },
  { id: 'appearance', icon: Sun },
  { id: 'server', icon: Server },
  { id: 'account', icon: User },
];

/** The options page: cards beside a short navigation. */
export function OptionsPage({ ports }: { ports: OptionsPorts }) {
  return (
    <main class="page opts">
      <header class="opts__head">
        <span class="opts__mark">
          <svg class="i i--14" viewBox="0 0 24 24" aria-hidden="true" style={{ strokeWidth: 3.3 }}>
            <path d="M8 20V5h5.6a4.9 4.9 0 0 1 0 9.8h-1.4" />
          </svg>
        </span>
        <h1>{words.product}</h1>
        <span class="grow" />
        <span class="muted num opts__v">{words.version(ports.version)}</span>
      </header>
      <div class="opts__grid">
        <nav class="opts__nav" aria-label={words.sections}>
          {SECTIONS.map(({ id, icon }) => (
            <a href={`#${id}`} key={id}>
              <Icon icon={icon} />
              {words.nav[id]}
            </a>
          ))}
        </nav>
        <div class="opts__main">
          <HostsSection hosts={ports.hosts} rules={ports.rules.rows.value} />
          <RulesSection rules={ports.rules} />
          <div class="opts__two">
            <AppearanceSection theme={ports.theme} />
            <ServerSection server={ports.server} />
          </div>
          <AccountSection session={ports.session} />
        </div>
      </div>
    </main>
  );
}

function AppearanceSection({ theme }: Pick<OptionsPorts, 'theme'>) {
  const { title, theme: label, system, light, dark } = words.appearance;
  return (
    <section class="card" id="appearance" aria-labelledby="appearance-title">
      <header>
        <h2 id="appearance-title">{title}</h2>
      </header>
      <div class="card__b">
        <div class="oset">
          <span>{label}</span>
          <Segmented
            label={label}
            options={[
              { value: 'system', label: system },
              { value: 'light', label: light },
              { value: 'dark', label: dark },
            ]}
            value={theme.value.value}
            onChange={(chosen) => void theme.set(chosen)}
          />
        </div>
      </div>
    </section>
  );
}
