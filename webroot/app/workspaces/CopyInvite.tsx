import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { Id, NewInvite } from '../../client/model';
import { attempt } from '../state/errors';
import { api } from '../state/session';
import { showToast } from '../state/toasts';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { copyLater } from '../ui/clipboard';

interface CopyInviteProps {
  workspaceId: Id;
  onCreated: () => void;
  /** The link is there and the clipboard is closed to pages. */
  onNotCopied: (invite: NewInvite) => void;
}

const usual = { role: 'member', expires_in_hours: 168 } as const;

/** A link as most want it, made and copied in one press. */
export function CopyInvite({ workspaceId, onCreated, onNotCopied }: CopyInviteProps) {
  const [busy, setBusy] = useState(false);
  const copy = async () => {
    setBusy(true);
    await attempt(texts.invites.couldNotCreate, async () => {
      const making = api.createInvite(workspaceId, usual);
      const copying = copyLater(making.then(({ url }) => url));
      const invite = await making;
      onCreated();
      if (await copying)
        showToast({ kind: 'info', title: texts.invites.copied, detail: texts.invites.copiedHint });
      else onNotCopied(invite);
    });
    setBusy(false);
  };
  return (
    <Button look="primary" busy={busy} onClick={copy}>
      <Link2 size={15} aria-hidden />
      {texts.invites.copy}
    </Button>
  );
}
