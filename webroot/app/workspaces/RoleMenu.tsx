import { ChevronDown } from 'lucide-react';
import type { Role } from '../../client/model';
import { texts } from '../texts';
import { Menu, MenuChoice } from '../ui/Menu';

interface RoleMenuProps {
  label: string;
  role: Role;
  choices: readonly Role[];
  onChoose: (role: Role) => void;
}

export function RoleMenu({ label, role, choices, onChoose }: RoleMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="role-button" aria-label={`${label}: ${texts.roleNames[role]}`}>
          {texts.roleNames[role]}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      {choices.map((choice) => (
        <MenuChoice key={choice} checked={choice === role} onSelect={() => onChoose(choice)}>
          {texts.roleNames[choice]} <span className="soft">{texts.members.roleHints[choice]}</span>
        </MenuChoice>
      ))}
    </Menu>
  );
}
