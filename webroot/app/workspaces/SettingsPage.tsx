import { type FormEvent, useState } from 'react';
import { MuteWorkspace } from '../notifications/MuteWorkspace';
import { attempt } from '../state/errors';
import { can } from '../state/permissions';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { LengthLeft } from '../ui/LengthLeft';
import { usePageTitle } from '../ui/usePageTitle';
import { ColumnSettings } from './ColumnSettings';
import { DangerZone } from './DangerZone';
import { LabelSettings } from './LabelSettings';
import { useBoard, useRole } from './OpenWorkspace';
import './Workspaces.css';

const descriptionLengthMax = 5_000;

export default function SettingsPage() {
  const workspace = useBoard((board) => board.workspace);
  const role = useRole();
  const manages = can(role, 'manage-workspace');
  usePageTitle(`${texts.settings.title} · ${workspace.name}`);
  return (
    <div className="text-page">
      <div>
        <h1 className="page-title">{texts.settings.title}</h1>
        {!manages && <p className="soft">{texts.settings.readOnly}</p>}
      </div>
      {manages && <General key={workspace.version} />}
      <ColumnSettings editable={manages} />
      <LabelSettings editable={can(role, 'change-tasks')} />
      <MuteWorkspace workspaceId={workspace.id} />
      <DangerZone />
    </div>
  );
}

function General() {
  const workspace = useBoard((board) => board.workspace);
  const [name, setName] = useState(workspace.name);
  const [description, setDescription] = useState(workspace.description);
  const [busy, setBusy] = useState(false);
  const changed = name.trim() !== workspace.name || description !== workspace.description;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const wishes = { name: name.trim(), description, settings: workspace.settings };
    const saved = await attempt(texts.settings.couldNotSave, () => api.changeWorkspace(workspace.id, wishes));
    setBusy(false);
    if (!saved) return;
    theLive().changedOverRest(workspace.id);
    showToast({ kind: 'info', title: texts.settings.saved });
  };
  return (
    <section className="section" aria-labelledby="general-settings">
      <h2 className="section-title" id="general-settings">
        {texts.settings.general}
      </h2>
      <form className="box box-pad" onSubmit={save}>
        <Field
          label={texts.settings.name}
          required
          pattern=".*\S.*"
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="field">
          <label htmlFor="workspace-description">{texts.settings.description}</label>
          <textarea
            id="workspace-description"
            maxLength={descriptionLengthMax}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
          <LengthLeft text={description} max={descriptionLengthMax} />
        </div>
        <div className="form-actions">
          <Button type="submit" look="primary" busy={busy} disabled={!changed}>
            {texts.actions.save}
          </Button>
        </div>
      </form>
    </section>
  );
}
