import { X } from 'lucide-react';
import { useState } from 'react';
import { type Label, type LabelColor, labelColors } from '../../client/model';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import { LabelDot } from '../tasks/LabelChip';
import { texts } from '../texts';
import { IconButton } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Menu, MenuChoice } from '../ui/Menu';
import { AddRow } from './AddRow';
import { NameInput } from './NameInput';
import { useBoard } from './OpenWorkspace';

const words = texts.settings;

export function LabelSettings({ editable }: { editable: boolean }) {
  const labels = useBoard((board) => board.labels);
  return (
    <section className="section" aria-labelledby="label-settings">
      <div>
        <h2 className="section-title" id="label-settings">
          {words.labels}
        </h2>
        <p className="soft">{words.labelsHint}</p>
      </div>
      <ul className="box">
        {labels.map((label) => (
          <LabelRow key={label.id} label={label} editable={editable} />
        ))}
        {labels.length === 0 && !editable && <li className="box-row soft">{words.noLabels}</li>}
        {editable && <NewLabel />}
      </ul>
    </section>
  );
}

function LabelRow({ label, editable }: { label: Label; editable: boolean }) {
  const workspaceId = useBoard((board) => board.workspace.id);
  const [removing, setRemoving] = useState(false);
  const change = useLabelChange();
  return (
    <li className="box-row">
      {editable ? (
        <ColorMenu
          name={label.name}
          color={label.color}
          onChoose={(color) => change(() => api.changeLabel(workspaceId, label.id, { color }))}
        />
      ) : (
        <LabelDot color={label.color} />
      )}
      <NameInput
        label={words.labelName(label.name)}
        name={label.name}
        maxLength={50}
        readOnly={!editable}
        onSave={(name) => change(() => api.changeLabel(workspaceId, label.id, { name }))}
      />
      {editable && (
        <IconButton
          label={words.removeLabel(label.name)}
          icon={<X size={15} />}
          onClick={() => setRemoving(true)}
        />
      )}
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={words.removeLabelTitle(label.name)}
        hint={words.removeLabelHint}
        action={texts.actions.remove}
        onConfirm={() => change(() => api.deleteLabel(workspaceId, label.id))}
      />
    </li>
  );
}

function NewLabel() {
  const workspaceId = useBoard((board) => board.workspace.id);
  const labelCount = useBoard((board) => board.labels.length);
  const [chosen, setChosen] = useState<LabelColor | null>(null);
  const change = useLabelChange();
  const color = chosen ?? labelColors[(labelCount + 6) % labelColors.length] ?? 'gray';
  const add = async (name: string) => {
    const added = await change(() => api.createLabel(workspaceId, { name, color }));
    if (added) setChosen(null);
    return added;
  };
  return (
    <AddRow
      label={words.newLabel}
      action={words.addLabel}
      maxLength={50}
      before={<ColorMenu name={words.newLabel} color={color} onChoose={setChosen} />}
      onAdd={add}
    />
  );
}

interface ColorMenuProps {
  name: string;
  color: LabelColor;
  onChoose: (color: LabelColor) => void;
}

function ColorMenu({ name, color, onChoose }: ColorMenuProps) {
  return (
    <Menu
      trigger={<IconButton label={words.labelColor(name)} icon={<LabelDot color={color} />} tip={false} />}
    >
      {labelColors.map((each) => (
        <MenuChoice
          key={each}
          icon={<LabelDot color={each} />}
          checked={each === color}
          onSelect={() => onChoose(each)}
        >
          {texts.colors[each]}
        </MenuChoice>
      ))}
    </Menu>
  );
}

/** Runs a change of labels; answers whether it worked. */
function useLabelChange() {
  const workspaceId = useBoard((board) => board.workspace.id);
  return (task: () => Promise<unknown>) =>
    attempt(words.couldNotLabel, async () => {
      await task();
      theLive().changedOverRest(workspaceId);
    });
}
