import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { MuteWorkspace } from '../notifications/MuteWorkspace';
import { routes } from '../routes';
import { attempt } from '../state/errors';
import { can } from '../state/permissions';
import { api } from '../state/session';
import { theLive } from '../state/tandem';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Field } from '../ui/Field';
import { usePageTitle } from '../ui/usePageTitle';
import { ColumnSettings } from './ColumnSettings';
import { LabelSettings } from './LabelSettings';
import { useBoard, useRole } from './OpenWorkspace';
import './Workspaces.css';

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
      {can(role, 'own-workspace') && <DeleteWorkspace />}
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
            maxLength={5000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
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

function DeleteWorkspace() {
  const [, go] = useLocation();
  const workspace = useBoard((board) => board.workspace);
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  const remove = () =>
    attempt(texts.settings.couldNotDelete, async () => {
      await api.deleteWorkspace(workspace.id);
      theLive().changedOverRest(null);
      go(routes.workspaces);
    });
  return (
    <section className="section" aria-labelledby="danger-settings">
      <h2 className="section-title" id="danger-settings">
        {texts.settings.danger}
      </h2>
      <div className="box danger-box">
        <div className="box-row">
          <p className="box-grow">{texts.settings.deleteHint}</p>
          <Button look="danger" onClick={() => setAsking(true)}>
            {texts.settings.deleteWorkspace}
          </Button>
        </div>
      </div>
      <Confirm
        open={asking}
        onClose={close}
        title={texts.settings.deleteTitle(workspace.name)}
        hint={texts.settings.deleteHint}
        action={texts.settings.deleteWorkspace}
        allowed={typed.trim() === workspace.name.trim()}
        onConfirm={remove}
      >
        <Field
          label={texts.settings.deleteConfirm(workspace.name)}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Confirm>
    </section>
  );
}
