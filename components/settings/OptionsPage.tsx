import type { IconNode } from 'lucide';
import { Globe, LocateFixed, Server, Sun, User } from 'lucide';
import { useRef } from 'preact/hooks';
import { options as words } from '../../locales/pt-BR/options.ts';
import type { OptionsPorts } from '../../state/options-ports.ts';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AccountSection } from './AccountSection.tsx';
import { HostsSection } from './HostsSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { ServerSection } from './ServerSection.tsx';

type Section = keyof typeof words.nav;

const ICONS: Readonly<Record<Section, IconNode>> = {
  ...{ hosts: Globe, rules: LocateFixed, appearance: Sun, server: Server, account: User },
};

/** What is changed most comes first. */
const DAILY: readonly Section[] = ['hosts', 'rules', 'appearance', 'server', 'account'];

/** Each step needs the one before it: nobody signs in without a server, and a page shows nobody before the sign-in. */
const SETTING_UP: readonly Section[] = ['server', 'account', 'hosts', 'rules', 'appearance'];

/** The options page: cards beside a short navigation. */
export function OptionsPage({ ports }: { ports: OptionsPorts }) {
  const isSettingUp = useSettingUp(ports.session);
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
          {(isSettingUp ? SETTING_UP : DAILY).map((id) => (
            <a href={`#${id}`} key={id}>
              <Icon icon={ICONS[id]} />
              {words.nav[id]}
            </a>
          ))}
        </nav>
        {isSettingUp === null ? (
          <div class="opts__main">
            <Skeleton />
          </div>
        ) : isSettingUp ? (
          <div class="opts__main">
            <ServerSection server={ports.server} />
            <AccountSection session={ports.session} leads />
            <HostsSection hosts={ports.hosts} rules={ports.rules.rows.value} />
            <RulesSection rules={ports.rules} />
            <AppearanceSection theme={ports.theme} />
          </div>
        ) : (
          <div class="opts__main">
            <HostsSection hosts={ports.hosts} rules={ports.rules.rows.value} />
            <RulesSection rules={ports.rules} />
            <div class="opts__two">
              <AppearanceSection theme={ports.theme} />
              <ServerSection server={ports.server} />
            </div>
            <AccountSection session={ports.session} />
          </div>
        )}
      </div>
    </main>
  );
}

/**
 * Decided once, by what the page finds when it opens: nothing moves away under the hands of who signs in or out. Null until that is known;
 * right after the browser's start it takes seconds to say what the company's policy set.
 */
function useSettingUp({ state }: OptionsPorts['session']): boolean | null {
  const found = useRef<boolean | null>(null);
  const { kind } = state.value;
  if (kind !== 'loading') found.current ??= kind === 'not-configured' || kind === 'signed-out';
  return found.current;
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
