import { Fragment } from 'react';
import { texts } from '../texts';
import { keyNames } from './keyNames';
import './Keys.css';

/** The keys of a shortcut, as they look on a keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keyNames(keys).map((stroke, index) => (
        <Fragment key={stroke.join()}>
          {index > 0 && <span className="keys-then">{texts.shortcuts.next}</span>}
          {stroke.map((key) => (
            <kbd className="key" key={key}>
              {key}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
