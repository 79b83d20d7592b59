import { useEffect, useState } from 'react';
import { api } from '../state/session';

interface InvitePreview {
  workspaceName?: string;
  failure?: unknown;
  retry: () => void;
}

/** What an invite leads to, or why it leads nowhere. */
export function useInvitePreview(token: string): InvitePreview {
  const [preview, setPreview] = useState<Omit<InvitePreview, 'retry'>>({});
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again asks the same.
  useEffect(() => {
    let wanted = true;
    const show = (next: Omit<InvitePreview, 'retry'>) => wanted && setPreview(next);
    setPreview({});
    api.previewInvite(token).then(
      ({ workspace_name }) => show({ workspaceName: workspace_name }),
      (failure) => show({ failure }),
    );
    return () => {
      wanted = false;
    };
  }, [token, asked]);
  return { ...preview, retry: () => setAsked(asked + 1) };
}
