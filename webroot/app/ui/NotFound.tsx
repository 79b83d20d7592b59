import { Compass } from 'lucide-react';
import { Link } from 'wouter';
import { texts } from '../texts';
import { Notice } from './Notice';

export function NotFound() {
  return (
    <Notice icon={<Compass size={20} />} title={texts.navigation.notFound}>
      <Link href="/" className="button button-plain">
        {texts.navigation.home}
      </Link>
    </Notice>
  );
}
