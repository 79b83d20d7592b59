import { Tooltip } from 'radix-ui';
import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { nextAddress, routes, withNext } from './routes';
import { SignedInApp } from './SignedInApp';
import { useUserId } from './state/session';
import { Crash } from './ui/Crash';
import { Loading } from './ui/Loading';
import { later } from './ui/later';
import { Toasts } from './ui/Toasts';

const SignInPage = later(() => import('./accounts/SignInPage'));
const SignUpPage = later(() => import('./accounts/SignUpPage'));
const UnsubscribePage = later(() => import('./notifications/UnsubscribePage'));
const DiagnosePage = later(() => import('./diagnose/DiagnosePage'));
const JoinPage = later(() => import('./workspaces/JoinPage'));

export function App() {
  return (
    <Crash>
      <Tooltip.Provider delayDuration={500}>
        <Suspense fallback={<Loading />}>
          <Pages />
        </Suspense>
        <Toasts />
      </Tooltip.Provider>
    </Crash>
  );
}

function Pages() {
  const userId = useUserId();
  return (
    <Switch>
      <Route path="/join/:token">{({ token }) => <JoinPage token={token} />}</Route>
      <Route path="/unsubscribe/:token">{({ token }) => <UnsubscribePage token={token} />}</Route>
      <Route path={routes.diagnose}>
        <DiagnosePage />
      </Route>
      <Route path={routes.signIn}>{userId ? <GoOn /> : <SignInPage />}</Route>
      <Route path={routes.signUp}>{userId ? <GoOn /> : <SignUpPage />}</Route>
      <Route>{userId ? <SignedInApp userId={userId} /> : <SignInFirst />}</Route>
    </Switch>
  );
}

function GoOn() {
  return <Redirect to={nextAddress(useSearch())} replace />;
}

function SignInFirst() {
  const [address] = useLocation();
  const next = routes.viewed(address, useSearch());
  return <Redirect to={next === '/' ? routes.signIn : withNext(routes.signIn, next)} replace />;
}
