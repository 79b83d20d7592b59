import { useEffect, useState } from 'react';
import { api } from './session';

/** Whether the server can send e-mail; `null` until it has said so. */
export function useServerMail(): boolean | null {
  const [mail, setMail] = useState<boolean | null>(null);
  useEffect(() => {
    api.config().then(
      (config) => setMail(config.mail ?? false),
      () => undefined,
    );
  }, []);
  return mail;
}
