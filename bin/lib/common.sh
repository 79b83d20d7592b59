# Shared by bin/run and bin/test: finds the tools, builds, says what it does. Works with the bash of macOS (3.2).

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
log="$root/target/build.log"

say() { printf '%s\n' "$@"; }

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# --- tools

jdk_version() { # major version of the JDK in a directory, nothing if there is none
  [ -x "$1/bin/javac" ] || return 0
  local version
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release" 2>/dev/null)
  version=${version%%[.+-]*}
  case $version in '' | *[!0-9]*) ;; *) printf '%s' "$version" ;; esac
}

jdk_on_path() {
  local java
  java=$(command -v javac) || return 0
  while [ -L "$java" ]; do
    local link
    link=$(readlink "$java")
    case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
  done
  dirname "$(dirname "$java")"
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  jdk_on_path
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 21+ 2>/dev/null
  printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
}

find_jdk() { # the JAVA_HOME that is set if it will do, else the first that will; sets java_version
  local home version
  while IFS= read -r home; do
    version=$(jdk_version "$home")
    if [ -n "$version" ] && [ "$version" -ge 21 ]; then
      export JAVA_HOME=$home PATH="$home/bin:$PATH"
      java_version=$version
      return 0
    fi
  done <<EOF
$(jdk_candidates)
EOF
  return 1
}

require_jdk() {
  find_jdk && return
  install openjdk-25-jdk-headless || install openjdk-21-jdk-headless || true
  find_jdk || fail "Tandem needs a JDK 21 or newer; looked at JAVA_HOME, the path, /usr/lib/jvm, /opt, ~/.sdkman and ~/.jdks." \
    "Get one from https://adoptium.net (Debian and Ubuntu: the package temurin-25-jdk or openjdk-21-jdk; macOS: brew install temurin)."
}

require_maven() {
  command -v mvn >/dev/null || install maven || true
  command -v mvn >/dev/null || fail "Tandem is built with Maven 3.8 or newer, and there is no mvn on the path." \
    "Get it from https://maven.apache.org (Debian and Ubuntu: apt install maven; macOS: brew install maven)."
}

has_node() {
  command -v npm >/dev/null || return 1
  local version
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge 20 ]
}

require_node() {
  has_node || install nodejs npm || true
  has_node || fail "The web app is built with Node 20 or newer and npm; found: $(node --version 2>/dev/null || echo none)." \
    "Get them from https://nodejs.org (Debian 13 and newer: apt install nodejs npm; macOS: brew install node)."
}

install() { # what is missing, where it may be done unasked: on Debian and its children, as root
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  if [ -z "${apt_updated:-}" ]; then
    apt-get update -qq >/dev/null 2>&1 || true
    apt_updated=yes
  fi
  apt-cache show "$1" >/dev/null 2>&1 || return 1
  say "Installing $* (apt)"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# --- building

java_flags() { # for any JVM of ours: libraries that still use what newer JDKs warn about
  printf '%s' '--enable-native-access=ALL-UNNAMED'
  [ "$java_version" -lt 23 ] || printf ' %s' '--sun-misc-unsafe-memory-access=allow'
}

run_maven() {
  (cd "$root" && MAVEN_OPTS="$(java_flags) ${MAVEN_OPTS:-}" mvn --batch-mode --quiet "$@")
}

jar_is_current() {
  local jar="$root/target/tandem.jar"
  [ -f "$jar" ] && [ -z "$(sources_newer_than "$jar")" ]
}

sources_newer_than() {
  (
    cd "$root"
    find pom.xml conf src/main -newer "$1" -print -quit
    find webroot \( -name node_modules -o -name dist -o -name e2e -o -name test-results -o -name playwright-report \) -prune \
      -o -type f -newer "$1" -print -quit
  )
}

step() { # step <label> <command…>: quiet while it works, all it said when it fails
  local label=$1 started=$SECONDS
  shift
  mkdir -p "$root/target"
  printf '%s … ' "$label"
  if "$@" >"$log" 2>&1; then
    say "$((SECONDS - started)) s"
  else
    say "failed after $((SECONDS - started)) s:"
    cat "$log" >&2
    fail "" "The whole output is in target/build.log."
  fi
}
