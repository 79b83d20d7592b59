import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import './Menu.css';

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  onOpen?: () => void;
}

/** A menu on a button. Not modal: a modal one would lock scrolling with a style element, which the policy forbids. */
export function Menu({ trigger, children, align = 'start', side = 'bottom', onOpen }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(opens) => opens && onOpen?.()}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} side={side} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  children: ReactNode;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ icon, children, onSelect, danger = false, disabled = false }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={`menu-item ${danger ? 'menu-item-danger' : ''}`}
      onSelect={onSelect}
      disabled={disabled}
    >
      <span className="menu-icon">{icon}</span>
      <span className="menu-text">{children}</span>
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps extends MenuItemProps {
  checked: boolean;
  /** Several may be checked, and the menu stays open. */
  many?: boolean;
}

export function MenuChoice({ icon, children, onSelect, checked, many = false }: MenuChoiceProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={checked}
      onSelect={(event) => {
        if (many) event.preventDefault();
        onSelect();
      }}
    >
      <span className="menu-icon">{icon}</span>
      <span className="menu-text">{children}</span>
      <DropdownMenu.ItemIndicator className="menu-check">
        <Check size={14} aria-hidden />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

interface SubMenuProps {
  icon?: ReactNode;
  label: string;
  children: ReactNode;
}

export function SubMenu({ icon, label, children }: SubMenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        <span className="menu-icon">{icon}</span>
        <span className="menu-text">{label}</span>
        <ChevronRight size={14} aria-hidden className="menu-check" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

interface MenuSearchProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** At the head of a long menu. The keys that move through the menu still do, all others are typed. */
export function MenuSearch({ label, value, onChange }: MenuSearchProps) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The menu takes the focus first. A phone's keyboard would cover what is to be chosen from.
    if (!matchMedia('(pointer: fine)').matches) return;
    const frame = requestAnimationFrame(() => search.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <input
      ref={search}
      className="menu-search"
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') firstItem(event.currentTarget)?.focus();
        if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
      }}
    />
  );
}

function firstItem(search: HTMLElement): HTMLElement | null | undefined {
  return search.closest('[role="menu"]')?.querySelector<HTMLElement>('[role^="menuitem"]');
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />;
}
