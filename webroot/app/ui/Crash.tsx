import { Component, type ReactNode } from 'react';
import { texts } from '../texts';
import { Button } from './Button';
import { Notice } from './Notice';
import { usePageTitle } from './usePageTitle';

/** Shows something to go on with when a component has failed. React asks for a class here. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Crashed />;
  }
}

function Crashed() {
  usePageTitle(texts.states.crashed);
  return (
    <main>
      <Notice title={texts.states.crashed} hint={texts.states.crashedHint} page>
        <Button look="primary" onClick={() => location.reload()}>
          {texts.states.reload}
        </Button>
      </Notice>
    </main>
  );
}
