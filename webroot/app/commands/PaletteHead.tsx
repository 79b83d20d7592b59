import { Command } from 'cmdk';
import { ArrowLeft, Search, X } from 'lucide-react';
import type { Id } from '../../client/model';
import { useTandem } from '../state/tandem';
import { texts } from '../texts';
import { paletteTexts } from '../texts/palette';
import { IconButton } from '../ui/Button';
import { type PageName, showNothing } from './palette';
import { taskAtHand } from './tasksAtHand';

interface PaletteHeadProps {
  page: PageName | null;
  /** The task that a choice changes. */
  taskId: Id | null;
  query: string;
  onType: (query: string) => void;
  onBack: () => void;
}

export function PaletteHead({ page, taskId, query, onType, onBack }: PaletteHeadProps) {
  const task = useTandem((state) => taskAtHand(taskId, state));
  return (
    <>
      {task && (
        <p className="palette-about">
          <span className="palette-number">{texts.tasks.number(task.number)}</span>
          {task.title}
        </p>
      )}
      <div className="palette-head">
        {page === null ? (
          <Search size={17} aria-hidden className="palette-search" />
        ) : (
          <IconButton
            label={paletteTexts.back}
            icon={<ArrowLeft size={17} />}
            onClick={onBack}
            tip={false}
            onMouseDown={keepFocus}
          />
        )}
        <Command.Input
          className="palette-input"
          placeholder={page === null ? paletteTexts.placeholder : paletteTexts.pages[page].placeholder}
          maxLength={500}
          autoFocus
          onFocus={goToEnd}
          value={query}
          onValueChange={onType}
        />
        <IconButton
          className="palette-close"
          label={texts.actions.close}
          icon={<X size={17} />}
          onClick={showNothing}
          tip={false}
        />
      </div>
    </>
  );
}

/** What was typed before the line was there goes on where it ends. */
function goToEnd({ currentTarget }: React.FocusEvent<HTMLInputElement>): void {
  currentTarget.setSelectionRange(currentTarget.value.length, currentTarget.value.length);
}

/** In the line to type in. */
function keepFocus(event: React.MouseEvent): void {
  event.preventDefault();
}
