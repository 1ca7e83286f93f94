# Sourced by ./run, ./trellis and ./test from the project's root.

# One compiler process for all projects; some environments switch it off.
export UseSharedCompilation=true MSBUILDDISABLENODEREUSE=0 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { echo "$*" >&2; }

# Runs a package manager as root, directly or through sudo; fails where neither is possible.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi
}

# install_package COMMAND PACKAGE... : makes COMMAND available or explains what to install.
install_package() {
    local command="$1"
    shift
    if command -v apt-get >/dev/null && as_root apt-get install -y -qq "$@" >/dev/null 2>&1; then return; fi
    if command -v apt-get >/dev/null && as_root apt-get update -qq >/dev/null 2>&1 && as_root apt-get install -y -qq "$@" >/dev/null 2>&1; then return; fi
    if command -v dnf >/dev/null && as_root dnf install -y -q "$@" >/dev/null 2>&1; then return; fi
    if command -v brew >/dev/null && brew install -q "$@" >/dev/null 2>&1; then return; fi
    say "Trellis needs '$command', which is not installed and could not be installed from here."
    say "Install it (packages: $*) and start again."
    return 1
}

need_dotnet() {
    command -v dotnet >/dev/null && return
    say "Trellis needs the .NET 10 SDK. Get it from https://dotnet.microsoft.com/download and start again."
    exit 1
}

need_npm() {
    command -v npm >/dev/null && return
    say "Installing Node.js, with which the design system's files are fetched ..."
    install_package npm nodejs npm || exit 1
}

# compile VERB ARGUMENT... : dotnet, and once more with a fresh compiler where it failed: one that has lived for long
# can hold a broken state of the page compiler (it then reports RZ1021 for pages without a fault).
compile() {
    dotnet "$@" && return
    UseSharedCompilation=false dotnet "$@"
}

# build_program PROJECT TARGET : publishes src/PROJECT to TARGET unless nothing has changed since it was last done.
build_program() {
    local project="$1" target="$2" stamp="$2/.built"
    if [ -f "$stamp" ] && [ -z "$(find src data Directory.Build.props Directory.Packages.props global.json \
        \( -name bin -o -name obj -o -name node_modules -o -path src/Web/wwwroot/uswds \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
        return
    fi
    need_dotnet
    [ "$project" = Web ] && need_npm
    say "Building Trellis ($project) ..."
    local log
    log="$(mktemp)"
    if ! compile publish "src/$project" -c Release -o "$target" --nologo -v quiet >"$log" 2>&1; then
        cat "$log" >&2
        say "The build failed; the lines above say why."
        exit 1
    fi
    rm -f "$log"
    touch "$stamp"
}
