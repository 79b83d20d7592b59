import { Bell, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useLocation } from 'wouter';
import { show } from '../commands/palette';
import { Face } from '../presence/StatusDot';
import { StatusMenu } from '../presence/StatusMenu';
import { routes } from '../routes';
import { session, signOut } from '../state/session';
import { useTandem } from '../state/tandem';
import { chooseTheme, type Theme, themes, useTheme } from '../state/theme';
import { texts } from '../texts';
import { Menu, MenuChoice, MenuItem, MenuLine, SubMenu } from '../ui/Menu';

export function AccountMenu() {
  const [, go] = useLocation();
  const user = useTandem((state) => state.own?.user) ?? session.user;
  const status = useTandem((state) => state.own?.status ?? null);
  if (!user) return null;
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="account-button"
          aria-label={`${texts.navigation.account}: ${user.name}`}
          title={status ? texts.statuses[status] : undefined}
        >
          <Face person={{ user_id: user.id, name: user.name }} status={status} />
          <span className="account-name">{user.name}</span>
        </button>
      }
    >
      <StatusMenu />
      <MenuItem icon={<UserRound size={14} />} onSelect={() => go(routes.profile)}>
        {texts.navigation.profile}
      </MenuItem>
      <MenuItem icon={<Bell size={14} />} onSelect={() => go(routes.notificationSettings)}>
        {texts.notificationSettings.title}
      </MenuItem>
      <ThemeMenu />
      <MenuItem icon={<Keyboard size={14} />} onSelect={() => show({ kind: 'sheet' })}>
        {texts.shortcuts.title}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<LogOut size={14} />} onSelect={() => signOut().catch(() => undefined)}>
        {texts.navigation.signOut}
      </MenuItem>
    </Menu>
  );
}

export const themeIcons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

function ThemeMenu() {
  const theme = useTheme((state) => state.theme);
  const Icon = themeIcons[theme];
  return (
    <SubMenu icon={<Icon size={14} />} label={texts.navigation.theme}>
      {themes.map((each) => {
        const EachIcon = themeIcons[each];
        return (
          <MenuChoice
            key={each}
            icon={<EachIcon size={14} />}
            checked={each === theme}
            onSelect={() => chooseTheme(each)}
          >
            {texts.navigation.themes[each]}
          </MenuChoice>
        );
      })}
    </SubMenu>
  );
}
