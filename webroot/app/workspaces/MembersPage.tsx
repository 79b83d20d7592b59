import { Search, UserRoundX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { can } from '../state/permissions';
import { texts } from '../texts';
import { Notice } from '../ui/Notice';
import { ShowMore } from '../ui/ShowMore';
import { usePageTitle } from '../ui/usePageTitle';
import { findMembers } from './findMembers';
import { InviteLinks } from './InviteLinks';
import { LeaveWorkspace } from './LeaveWorkspace';
import { MemberRow } from './MemberRow';
import { useBoard, useRole } from './OpenWorkspace';
import { useLastSeen } from './useLastSeen';
import './Workspaces.css';

const shownAtOnce = 50;
/** With fewer than these nobody needs to search. */
const searchedFrom = 8;

export default function MembersPage() {
  const workspace = useBoard((board) => board.workspace);
  const count = useBoard((board) => board.members.length);
  const role = useRole();
  usePageTitle(`${texts.members.title} · ${workspace.name}`);
  return (
    <div className="text-page">
      <header className="text-page-head">
        <h1 className="page-title">
          {texts.members.title}{' '}
          <span className="page-count" aria-hidden>
            {count}
          </span>
        </h1>
        <LeaveWorkspace look="quiet" />
      </header>
      <MemberList />
      {can(role, 'manage-workspace') && <InviteLinks workspaceId={workspace.id} role={role} />}
    </div>
  );
}

function MemberList() {
  const workspaceId = useBoard((board) => board.workspace.id);
  const members = useBoard((board) => board.members);
  const role = useRole();
  const lastSeen = useLastSeen(workspaceId);
  const [typed, setTyped] = useState('');
  const [shownMax, setShownMax] = useState(shownAtOnce);
  const searched = useDeferredValue(typed);
  const found = useMemo(() => findMembers(members, searched), [members, searched]);
  const left = found.length - shownMax;
  return (
    <section className="section" aria-label={texts.members.title}>
      {members.length >= searchedFrom && (
        <search className="member-search">
          <Search size={15} aria-hidden />
          <input
            type="search"
            className="input"
            aria-label={texts.members.search}
            placeholder={texts.members.search}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </search>
      )}
      <p className="only-read-aloud" role="status">
        {searched !== '' && texts.members.found(found.length)}
      </p>
      {found.length === 0 ? (
        <div className="box">
          <Notice
            icon={<UserRoundX size={20} />}
            title={texts.members.nobodyFound(searched.trim())}
            hint={texts.members.nobodyFoundHint}
          />
        </div>
      ) : (
        <ul className="box" aria-label={texts.members.title}>
          {found.slice(0, shownMax).map((member) => (
            <MemberRow
              key={member.user_id}
              member={member}
              role={role}
              lastSeenAt={lastSeen.get(member.user_id)}
            />
          ))}
        </ul>
      )}
      {left > 0 && (
        <ShowMore
          more="idle"
          label={texts.actions.showMore(Math.min(left, shownAtOnce))}
          failed=""
          onMore={() => setShownMax(shownMax + shownAtOnce)}
        />
      )}
    </section>
  );
}
