import { Compass } from 'lucide-react';
import { Link } from 'wouter';
import { texts } from '../texts';
import { Notice } from './Notice';
import { usePageTitle } from './usePageTitle';

export function NotFound() {
  usePageTitle(texts.navigation.notFoundTitle);
  return (
    <Notice icon={<Compass size={20} />} title={texts.navigation.notFound} page>
      <Link href="/" className="button button-plain">
        {texts.navigation.home}
      </Link>
    </Notice>
  );
}
