import { type ReactNode, useState } from 'react';
import { can } from '../state/permissions';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { DeleteWorkspace } from './DeleteWorkspace';
import { LeaveWorkspace } from './LeaveWorkspace';
import { useBoard, useRole } from './OpenWorkspace';
import { TransferWorkspace } from './TransferWorkspace';

const words = texts.settings;

/** What is not easily taken back. */
export function DangerZone() {
  const owns = can(useRole(), 'own-workspace');
  const alone = useBoard((board) => board.members.length === 1);
  return (
    <section className="section" aria-labelledby="danger-settings">
      <h2 className="section-title" id="danger-settings">
        {words.danger}
      </h2>
      <div className="box danger-box">
        {!(owns && alone) && (
          <Danger title={texts.members.leave} hint={owns ? words.ownerLeaveHint : words.leaveHint}>
            <LeaveWorkspace look="plain" />
          </Danger>
        )}
        {owns && !alone && <Transfer />}
        {owns && <Delete />}
      </div>
    </section>
  );
}

function Transfer() {
  const [asking, setAsking] = useState(false);
  return (
    <Danger title={words.transfer} hint={words.transferHint}>
      <Button onClick={() => setAsking(true)}>{words.transferAction}</Button>
      <TransferWorkspace open={asking} onClose={() => setAsking(false)} />
    </Danger>
  );
}

function Delete() {
  const [asking, setAsking] = useState(false);
  return (
    <Danger title={words.deleteWorkspace} hint={words.deleteHint}>
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.deleteWorkspace}
      </Button>
      <DeleteWorkspace open={asking} onClose={() => setAsking(false)} />
    </Danger>
  );
}

function Danger({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <div className="box-row danger-row">
      <div className="box-grow">
        <p className="person-name">{title}</p>
        <p className="soft">{hint}</p>
      </div>
      {children}
    </div>
  );
}
